"""Drawing tools shared by every picture of the demonstration packs."""
