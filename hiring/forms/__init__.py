"""Between what people type and the document's answers: reading, showing, and editing lists. Pure."""
