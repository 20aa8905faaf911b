"""The steps from every schema ever released to the newest; Alembic is imported only when a step is due."""
