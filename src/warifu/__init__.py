"""Warifu: the ledger of what governments promise each other."""
