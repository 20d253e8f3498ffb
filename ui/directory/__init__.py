"""The places and contacts that all journeys share: found, changed in place, joined, removed."""
