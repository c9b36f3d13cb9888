"""Item models over the values of a dossier."""
