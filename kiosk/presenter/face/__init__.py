"""A presenter drawn live: her pictures cut, bent and put together on the processor."""
