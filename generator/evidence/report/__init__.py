"""Accounts and audits for people: as text, and as one page of HTML."""
