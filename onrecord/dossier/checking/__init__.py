"""What a dossier says, checked against itself and against the article."""
