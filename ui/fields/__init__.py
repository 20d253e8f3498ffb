"""One control for each kind of value of the record: bilingual text, zoned moments, money, places."""
