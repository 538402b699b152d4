"""Equipment: designations from a catalogue, designations nobody has listed, and kinds without a designation."""

from .capabilities import bearer
from .find import find_equipment
from .records import equipment_records

__all__ = ["bearer", "equipment_records", "find_equipment"]
