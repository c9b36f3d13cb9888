"""The small words of a language: they may stand between two changes without keeping them apart, and they tell a
language by its text. By BCP 47 tag; Serbian in each script."""

from __future__ import annotations

from collections.abc import Mapping

BY_LANGUAGE: Mapping[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "a an and as at by for from in is it of on or that the this to with",
        "sr-Latn": "i u na za od do po sa s o iz je se su ili a da ne k pri kod uz",
        "sr-Cyrl": "и у на за од до по са с о из је се су или а да не к при код уз",
        "mk": "и на за од до по се да не а или во со ќе го ја ги е при кон како",
        "sq": "dhe e i të së në me për nga ose që një si do u nuk",
        "bg": "и на за от до по се да не в във с със са е като или чрез които който при към следва",
        "da": "og i af til for med på om den det de der som er en et eller ikke skal ved kan fra",
        "de": "und der die das des dem den in zu von für mit auf ist im eine einer oder nach werden über gemäß",
        "el": "και του της των το τα τη την τις στην στο για με από που να ή σε ότι οι ο η",
        "fr": "et de la le les des du dans en à au aux par pour une un est ou que qui sur ne pas l d",
        "hr": "i u na za od do po s sa o iz je se su ili a da ne koji koja koje kako te bi što",
        "hu": "a az és egy hogy nem is vagy kell e valamint szerinti által meg amely ezen ha",
        "it": "e di il la le lo gli i dei delle della del dell in a al alla per da che è un una o non con",
        "ro": "și de la în a ale al cu pe prin pentru din care se sau este o un nu ce sunt că",
        "sl": "in v na za od do po s z iz je se so ali da ne ki pri ter kot lahko tudi o",
    }.items()
}

# The languages in which amendments are drafted.
STOP_WORDS = frozenset().union(*(BY_LANGUAGE[tag] for tag in ("en", "sr-Latn", "sr-Cyrl", "mk", "sq")))


def of_language(tag: str) -> frozenset[str]:
    """The small words of a language (`sq-MK` has those of `sq`); none for one that is not known."""
    return BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0]) or frozenset()
