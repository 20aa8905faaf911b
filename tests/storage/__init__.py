"""The vault, also under faults."""
