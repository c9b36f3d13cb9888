"""The nouns: frozen values of the field, standard library only."""
