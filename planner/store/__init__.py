"""The vault: one folder that holds every journey, encrypted; the only door to SQLCipher and sqlite-utils."""
