"""One control for each kind of value of the record: text in two languages, moments with their zone, money, places."""
