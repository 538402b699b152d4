"""How good extraction is: articles of our own, annotated by hand, and the scorer that reads them."""
