"""Alembic runs this; the connection comes from store/migration.py."""

from alembic import context

from lbp_app.store.tables import metadata, schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=schema.name,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
