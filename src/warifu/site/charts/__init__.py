"""Pictures of the measures, one module a kind of place they stand in; every picture has its table behind it.

plain       a picture for each kind of series the measures name
lanes       mandates over time
calendar    deals over the linked talks
groups      copies and their original
"""

from warifu.site.charts.calendar import timeline
from warifu.site.charts.groups import copies, group
from warifu.site.charts.lanes import lanes
from warifu.site.charts.plain import alone, figure
from warifu.site.charts.words import prose, slider, spelled, worth

__all__ = ["alone", "copies", "figure", "group", "lanes", "prose", "slider", "spelled", "timeline", "worth"]
