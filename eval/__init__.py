"""How good extraction is: six invented articles of our own, annotated by hand, and the scorer that reads them."""
