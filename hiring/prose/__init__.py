"""The prose of an advert, cut up: lines, sentences, sections, boilerplate; its language and its telling words. Pure."""
