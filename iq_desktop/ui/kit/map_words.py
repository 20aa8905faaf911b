"""What a map tells in words: clusters, and what one can do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.wording.text import Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.ui.kit.map_clusters import Cluster

_THOUSAND: Final = 1000
_TEN_THOUSAND: Final = 9950


def place_words(cluster: Cluster) -> Text:
    """Return where a cluster lies: the largest of its places, and how many more there are."""
    if not cluster.more:
        return as_it_is(cluster.name)
    return say_count(
        "{place} and {count} more place", "{place} and {count} more places", count=cluster.more, place=cluster.name
    )


def cluster_words(cluster: Cluster, distance_km: float | None = None) -> Text:
    """Return a cluster in one line: where, how far, how many courses."""
    far = () if distance_km is None else (say("{distance} km", distance=round(distance_km)),)
    courses = say_count("{count} course", "{count} courses", count=cluster.count)
    return joined((place_words(cluster), *far, courses, *_over_words(cluster)), ", ")


def _over_words(cluster: Cluster) -> tuple[Text, ...]:
    if not cluster.over:
        return ()
    if cluster.is_over:
        return (say("none of them takes anybody in any more"),)
    return (
        say_count(
            "{count} of them takes nobody in any more",
            "{count} of them take nobody in any more",
            count=cluster.over,
        ),
    )


def whole_words(clusters: Sequence[Cluster], count: int) -> Text:
    """Return what the whole map shows, for who cannot see it."""
    if not clusters:
        return say("There is no course with a place on the map.")
    courses = say_count("{count} course", "{count} courses", count=count)
    most = joined([cluster_words(one) for one in clusters[:5]], "; ")
    return say("{courses} on the map. Most of them: {most}.", courses=courses, most=most)


def short_count(count: int) -> str:
    """Return a number in at most four signs: 950, 1.2k, 12k; the whole number is told in words."""
    if count < _THOUSAND:
        return str(count)
    return f"{count / _THOUSAND:.1f}k" if count < _TEN_THOUSAND else f"{count / _THOUSAND:.0f}k"
