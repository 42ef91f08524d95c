"""The implicit label of AI-generated files: GB 45438-2025, annex E, and TC260's guide to metadata.

The file's metadata has a key ``AIGC`` whose value is one JSON object. ``Label`` is "1": generated
by AI (2: possibly, 3: suspected). Who made it and who spreads it are named by name or code, the
work by a number of the maker's own; the reserved fields may hold a digest and stay empty here.
"""

import json
import uuid

PRODUCER = "Cellarcast"


def aigc(producer: str = "", number: str = "") -> str:
    """The value of ``AIGC``.

    Args:
        producer: who has made it, as the operator wants to be named; the program's name else.
        number: the work's; a new one else.
    """
    name, work = producer or PRODUCER, number or uuid.uuid4().hex
    fields = {
        "Label": "1", "ContentProducer": name, "ProduceID": work, "ReservedCode1": "",
        "ContentPropagator": name, "PropagateID": work, "ReservedCode2": "",
    }  # fmt: skip
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
