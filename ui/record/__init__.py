"""The record as such: its backups, its health, who opens it and with what."""
