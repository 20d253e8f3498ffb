"""The caseload: every journey of the record, found and looked over."""
