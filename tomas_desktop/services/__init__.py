"""The use cases: what a person does with a dossier. No Qt, no print."""
