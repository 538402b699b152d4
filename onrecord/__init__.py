"""On Record: from a news article to a briefing website in which every fact says who says so."""

__version__ = "0.1.0"
