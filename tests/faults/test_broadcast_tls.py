"""RTMPS: only to a server that proves who it is."""

import datetime
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.live.broadcast.health import State
from tests.casting import KEY, NAME, Metronome, wait_for
from tests.film import look_at
from tests.rtmp_server import Player, RtmpServer, free_port, rtmp_server


def certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """A certificate that a host signed for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    folder.mkdir()
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "certificate.pem", folder / "key.pem"


@contextmanager
def encrypted(server: RtmpServer, files: tuple[Path, Path]) -> Iterator[int]:
    """A port on which the server is reached through TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    port, stop = free_port(), threading.Event()
    threads = []

    def relay(outer: socket.socket) -> None:
        with suppress(OSError), outer, context.wrap_socket(outer, server_side=True) as told:
            told.setblocking(True)
            with socket.create_connection(("127.0.0.1", server.port)) as inner:
                while not stop.is_set():
                    waiting = select.select([told, inner], [], [], 0.0 if told.pending() else 0.2)
                    for one in [told] if told.pending() else waiting[0]:
                        data = one.recv(65536)
                        if not data:
                            return
                        (inner if one is told else told).sendall(data)

    def listen() -> None:
        with socket.create_server(("127.0.0.1", port)) as door:
            door.settimeout(0.2)
            while not stop.is_set():
                with suppress(TimeoutError):
                    threads.append(threading.Thread(target=relay, args=(door.accept()[0],)))
                    threads[-1].start()

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        yield port
    finally:
        stop.set()
        listener.join()
        for thread in threads:
            thread.join()


@pytest.mark.timeout(120)
def test_a_server_with_a_trusted_certificate_gets_the_stream(tmp_path: Path) -> None:
    files = certificate(tmp_path / "tls", "localhost")
    with (
        rtmp_server(tmp_path / "server") as server,
        encrypted(server, files) as port,
        Metronome([f"rtmps://localhost:{port}/live/{KEY}"], files[0]) as show,
    ):
        wait_for(lambda: show.health().state is State.SENDING, 20, f"{show.health()}")
        player = Player(f"{server.url}/{NAME}", tmp_path / "seen.mkv", 4.0)
        assert player.wait(30.0) == ""
    assert abs(look_at(tmp_path / "seen.mkv").apart()).max() < 0.04


@pytest.mark.timeout(120)
@pytest.mark.parametrize("trusted", [False, True])
def test_a_server_that_cannot_prove_its_name_gets_nothing(tmp_path: Path, trusted: bool) -> None:
    """Signed by nobody; or by somebody who is trusted, but for another host."""
    files = certificate(tmp_path / "tls", "elsewhere.example.com" if trusted else "localhost")
    with (
        rtmp_server(tmp_path / "server") as server,
        encrypted(server, files) as port,
        Metronome(
            [f"rtmps://localhost:{port}/live/{KEY}"], files[0] if trusted else None
        ) as show,
    ):
        wait_for(lambda: show.health().reconnects >= 2, 30, "it did not try")
        assert State.SENDING.value not in show.states(show.health().name)
        assert "publish" not in server.log()
    assert NAME not in str(show.said)
