"""The foundation: typed, frozen records that all parts exchange. Imports nothing of ours."""

from .actor import Actor, ActorKind
from .article import Article, Dateline, Paragraph, ParagraphKind, Sentence
from .briefing import Briefing, Dispute, Figure, Gap, Publication, Rights, Takeaway
from .correction import Correction, CorrectionKind
from .dossier import (
    FACT_FILES,
    ActorsFile,
    Dossier,
    FactsFile,
    Files,
    Found,
    MilitaryFile,
    PlacesFile,
    Position,
    Salute,
    Taken,
)
from .equipment import Equipment, EquipmentClass
from .event import EventType
from .fact import ARTICLE, CERTAINTY_WORDS, Certainty, Fact, Quote
from .found import (
    Casualties,
    Effect,
    EventMode,
    Findings,
    FoundActor,
    FoundAttribution,
    FoundEquipment,
    FoundEvent,
    FoundPlace,
    FoundQuantity,
    FoundSentence,
    FoundTime,
    Role,
)
from .place import Place, PlaceKind, PlaceRole
from .problem import Problem, Refusal
from .quantity import OPERATOR_WORDS, Operator, Quantity, Value
from .record import At, Corrected, Kept, Record, Reviewed
from .rendered import Rendered
from .span import Span, text_hash
from .verbatim import QUOTE_LIMIT, QUOTE_SHARE, RUN_LIMIT, Verbatim, words_of
from .when import Modifier, Precision, Relation, When

__all__ = [
    "ARTICLE",
    "CERTAINTY_WORDS",
    "FACT_FILES",
    "OPERATOR_WORDS",
    "QUOTE_LIMIT",
    "QUOTE_SHARE",
    "RUN_LIMIT",
    "Actor",
    "ActorKind",
    "ActorsFile",
    "Article",
    "At",
    "Briefing",
    "Casualties",
    "Certainty",
    "Corrected",
    "Correction",
    "CorrectionKind",
    "Dateline",
    "Dispute",
    "Dossier",
    "Effect",
    "Equipment",
    "EquipmentClass",
    "EventMode",
    "EventType",
    "Fact",
    "FactsFile",
    "Figure",
    "Files",
    "Findings",
    "Found",
    "FoundActor",
    "FoundAttribution",
    "FoundEquipment",
    "FoundEvent",
    "FoundPlace",
    "FoundQuantity",
    "FoundSentence",
    "FoundTime",
    "Gap",
    "Kept",
    "MilitaryFile",
    "Modifier",
    "Operator",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "PlaceKind",
    "PlaceRole",
    "PlacesFile",
    "Position",
    "Precision",
    "Problem",
    "Publication",
    "Quantity",
    "Quote",
    "Record",
    "Refusal",
    "Relation",
    "Rendered",
    "Reviewed",
    "Rights",
    "Role",
    "Salute",
    "Sentence",
    "Span",
    "Takeaway",
    "Taken",
    "Value",
    "Verbatim",
    "When",
    "text_hash",
    "words_of",
]
