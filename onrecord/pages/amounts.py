"""Numbers with their units in words, always with what makes them unsure."""

from __future__ import annotations

from onrecord.model import OPERATOR_WORDS, Quantity, Value

_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "body": "bodies"}
_UNCHANGED = frozenset((
    "km", "kg", "percent", "dead", "missing", "injured", "wounded", "aircraft", "killed", "crew", "mph", "sq",
    "people", "personnel", "livestock", "police", "staff", "sheep", "fish", "troops", "hertz", "yuan", "yen",
    "rand", "baht", "kph", "mm", "cm",
))  # fmt: skip

_ABOUT = frozenset({"some", "around", "roughly", "approximately", "nearly", "almost", "circa", "over", "under"})
"""Words before a number as printed that say themselves how sure it is."""


_MEASURED = frozenset((
    "percent", "percentage", "point", "degree", "metre", "meter", "kilometre", "kilometer", "centimetre",
    "centimeter", "millimetre", "millimeter", "mile", "foot", "inch", "yard", "km", "cm", "mm", "m", "ft",
    "hectare", "acre", "tonne", "ton", "kilogram", "kilo", "gram", "pound", "ounce", "kg", "g", "lb", "litre",
    "liter", "gallon", "barrel", "bushel", "knot", "mph", "kph", "km/h", "hour", "minute", "second", "day",
    "week", "month", "year", "decade", "century", "dollar", "euro", "yen", "yuan", "rupee", "rouble", "ruble",
    "franc", "krona", "krone", "peso", "real", "rand", "won", "lira", "dirham", "riyal", "shekel", "zloty",
    "sterling", "cent", "watt", "kilowatt", "megawatt", "gigawatt", "terawatt", "volt", "hertz", "megahertz",
    "gigahertz", "byte", "megabyte", "gigabyte", "terabyte", "kiloton", "megaton", "celsius", "fahrenheit",
))  # fmt: skip
"""Units of what is measured, not counted: English has less of it, not fewer. SI, imperial, time, currencies."""
_LESS = "less than"


def operator_words(quantity: Quantity) -> str:
    """What makes a number unsure, before it; empty where nothing does.

    >>> [operator_words(Quantity(value=5, unit=unit, operator="<")) for unit in ("house", "km")]
    ['fewer than', 'less than']
    """
    words = OPERATOR_WORDS[quantity.operator]
    noun = (quantity.unit or "").partition(" per ")[0].rpartition(" ")[2]
    measured = not noun.isalpha() or noun in _MEASURED or noun.removesuffix("s") in _MEASURED
    return _LESS if quantity.operator == "<" and measured else words


def number_words(value: Value | None) -> str:
    """A number with thousands parted; a range with a dash.

    >>> number_words(4300), number_words((10, 12)), number_words(8.5), number_words(None)
    ('4,300', '10–12', '8.5', 'number not given')
    >>> number_words(40_000_000), number_words(3_250_000_000), number_words(1_234_567)
    ('40 million', '3.25 billion', '1,234,567')
    >>> number_words(8_199_999_999.999999)
    '8.2 billion'
    """
    if value is None:
        return "number not given"
    if isinstance(value, tuple):
        return f"{number_words(value[0])}–{number_words(value[1])}"
    if isinstance(value, float):
        value = round(value, 6) if abs(value) < 1e6 else round(value)
        value = int(value) if value == int(value) else value
    for scale, name in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale and value % (scale // 100) == 0:
            return f"{value / scale:g} {name}"
    return f"{value:,}"


def unit_words(quantity: Quantity) -> str:
    """The unit: as the article prints it, otherwise in the plural where the number asks for it.

    >>> unit_words(Quantity(value=4, unit="bomber")), unit_words(Quantity(value=1, unit="bomber"))
    ('bombers', 'bomber')
    >>> unit_words(Quantity(value=7, unit="economy")), unit_words(Quantity(value=9, unit="security personnel"))
    ('economies', 'security personnel')
    >>> unit_words(Quantity(value=280, unit="kilometre", printed="kilometers"))
    'kilometers'
    """
    unit = quantity.unit or ""
    if quantity.printed:
        return quantity.printed
    head, _, last = unit.rpartition(" ")
    if not last.isalpha() or quantity.value == 1 or last in _UNCHANGED or last.endswith("s") or len(last) < 3:
        return unit
    return f"{head} {_IRREGULAR.get(last) or _plural(last)}".strip()


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "x", "z")) else f"{noun}s"


def amount_words(quantity: Quantity) -> tuple[str, str]:
    """The number, with a sign such as "£" or "%" where the article prints one, and the unit in words beside it.

    >>> amount_words(Quantity(value=412000, unit="pound sterling", printed="£", text="£412,000"))
    ('£412,000', '')
    >>> amount_words(Quantity(value=2.5, unit="percentage", printed="%", text="2.5%"))
    ('2.5%', '')
    >>> amount_words(Quantity(value=(7e9, 8e9), unit="dollar", printed="$", text="$7 billion to $8 billion"))
    ('$7 billion–$8 billion', '')
    >>> amount_words(Quantity(value=640e6, unit="dollar per year", printed="$ per year", text="$640 million a year"))
    ('$640 million', 'per year')
    >>> amount_words(Quantity(value=7, unit="people", printed="people", text="seven people"))
    ('7', 'people')
    """
    number, unit = number_words(quantity.value), unit_words(quantity)
    sign, _, rest = unit.partition(" ")
    if not sign or sign[-1].isalpha() or sign[-1] == ".":
        return number, unit
    if sign == "%" or not (quantity.text or sign).startswith(sign):
        return number + sign, rest
    return "–".join(sign + part for part in number.split("–")), rest


def quantity_words(quantity: Quantity) -> str:
    """A quantity with its operator in words.

    >>> quantity_words(Quantity(value=2000, unit="km", operator=">"))
    'more than 2,000 km'
    >>> quantity_words(Quantity(value=200, unit="civilian", operator=">=", text="200"))
    'at least 200 civilians'
    >>> quantity_words(Quantity(value=3, unit="province", text="three"))
    '3 provinces'
    >>> quantity_words(Quantity(value=None, unit="training camp"))
    'training camps, number not given'
    >>> quantity_words(Quantity(value=None, unit="house", text="Dozens"))
    'dozens of houses'
    >>> quantity_words(Quantity(value=2, unit="percent", operator="<")), operator_words(Quantity(value=9, operator="<"))
    ('less than 2 percent', 'less than')
    >>> quantity_words(Quantity(value=3_600_000, unit="voter", printed="voters", text="3.6 million"))
    '3.6 million voters'
    """
    operator = operator_words(quantity)
    printed, unit = quantity.text or "", unit_words(quantity)
    if quantity.value is None and unit and printed and printed.lower() != unit.lower():
        return f"{printed.lower()} of {unit}" if printed.endswith("s") else f"{printed} {unit}"
    if quantity.value is None:
        return f"{unit}, number not given" if unit else printed or "number not given"
    number = printed if _is_whole(quantity) else " ".join(amount_words(quantity))
    said = operator and operator not in number.lower() and number.lower().partition(" ")[0] not in _ABOUT
    return (f"{operator} {number}" if said else number).strip()


def _is_whole(quantity: Quantity) -> bool:
    """Whether the number as printed is in digits and has its unit with it."""
    printed = quantity.text or ""
    if not any(c.isdigit() for c in printed):
        return False
    if quantity.printed:
        return quantity.printed in printed
    return any(c.isalpha() for c in printed)
