"""The dialog in which settings are changed, made from their declarations."""
