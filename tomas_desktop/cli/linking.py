"""Commands that link EU provisions with national ones, move links, take them apart and confirm many at once."""

from __future__ import annotations

from pathlib import Path

import click

from tomas_desktop.cli import options, output
from tomas_desktop.errors import TomasError
from tomas_desktop.model.correlation import GRADES, STATUSES, Correlation, Grade, Status
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.services import correlating, relinking
from tomas_desktop.services.correlating import Pair
from tomas_desktop.services.dossiers import OpenDossier, opened


class PairType(click.ParamType[Pair]):
    """`EU_REF=NATIONAL_REF`."""

    name = "eu=national"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Pair:
        eu, sign, national = str(value).partition("=")
        if not sign:
            self.fail(f"{value!r} is not EU_REF=NATIONAL_REF.", param, ctx)
        return Ref.parse(eu), Ref.parse(national)


@click.command()
@options.dossier
@click.argument("eu", type=options.REF)
@click.argument("national", type=options.REF)
@click.option("--grade", type=click.Choice(GRADES), help="How well the national provision answers.")
@click.option("--reason", help="Why it is not full.")
@click.option("--note", help="A remark.")
@click.option("--deadline", help="Until when it is to be full, as the form wants it.")
@click.option("--planned-act", help="The act that is to make it so.")
@click.option("--status", type=click.Choice(STATUSES), help="confirmed clears what is to be checked again.")
@click.option("--author", default="")
@click.option("--remove", is_flag=True, help="Take the correlation away.")
@click.option("--reject", is_flag=True, help="Say of a suggestion that it is none; it is not made again.")
@click.option("--relink-to", type=options.REF, help="Move the end of this reference's side to it.")
@click.option("--split", is_flag=True, help="Into links of the paragraphs that answer each other, to be confirmed.")
@click.option(
    "--into", type=PairType(), multiple=True, help="Split into this pair, EU_REF=NATIONAL_REF; may be repeated."
)
@click.option("--keep-grade", is_flag=True, help="The grade holds for the moved or split links too.")
@options.as_json
def link(
    dossier: Path,
    eu: Ref,
    national: Ref,
    grade: Grade | None,
    reason: str | None,
    note: str | None,
    deadline: str | None,
    planned_act: str | None,
    status: Status | None,
    author: str,
    remove: bool,
    reject: bool,
    relink_to: Ref | None,
    split: bool,
    into: tuple[Pair, ...],
    keep_grade: bool,
    as_json: bool,
) -> None:
    """Correlate an EU provision with a national one; again = update. NATIONAL may be the key of a law as a whole."""
    said = (grade, reason, note, deadline, planned_act, status)
    chosen = sum((remove, reject, relink_to is not None, split or bool(into)))
    if chosen > 1 or (chosen and any(each is not None for each in said)):
        raise click.UsageError("Change what is said, or --remove, --reject, --relink-to or --split: one at a time.")
    with opened(dossier) as it:
        found: tuple[Correlation, ...]
        if remove:
            found = (correlating.unlink(it, eu, national, author=author),)
        elif reject:
            found = correlating.reject(it, [(eu, national)], author=author)
            found = found or (correlating.known(it, eu, national),)
        elif relink_to is not None:
            is_eu = relink_to.work == eu.work
            moved = {"to_eu": relink_to} if is_eu else {"to_national": relink_to}
            found = (relinking.relink(it, eu, national, **moved, keep_grade=keep_grade, author=author),)
        elif split or into:
            found = _split(it, eu, national, into, keep_grade, author)
        else:
            found = (
                correlating.link(
                    it,
                    eu,
                    national,
                    grade=grade,
                    reason=reason,
                    note=note,
                    deadline=deadline,
                    planned_act=planned_act,
                    status=status,
                    author=author,
                ),
            )
    document = {"correlation": output.correlation(found[0]), **({"removed": True} if remove else {})}
    if split or into:
        document["correlations"] = [output.correlation(each) for each in found]
    output.answer(as_json, document, "\n".join(map(_line, found)))


def _split(
    it: OpenDossier, eu: Ref, national: Ref, into: tuple[Pair, ...], keep_grade: bool, author: str
) -> tuple[Correlation, ...]:
    if into:
        return relinking.split(it, eu, national, into, keep_grade=keep_grade, author=author)
    from tomas_desktop.services import sentence_level

    correlating.known(it, eu, national)
    pairs = sentence_level.paragraph_pairs(it, eu, national)
    if not pairs:
        raise TomasError("split-into-nothing", eu=str(eu), national=str(national))
    return relinking.split(it, eu, national, pairs, status="suggested", author=author)


def _line(value: Correlation) -> str:
    said = value.status if not value.is_standing else value.grade or "not graded"
    return f"{value.eu} -> {value.national}: {said}"


@click.command()
@options.dossier
@click.argument("pairs", nargs=-1, required=True, type=PairType(), metavar="EU_REF=NATIONAL_REF...")
@click.option("--reject", is_flag=True, help="They are suggestions, and none of them is an answer.")
@click.option("--author", default="")
@options.as_json
def confirm(dossier: Path, pairs: tuple[Pair, ...], reject: bool, author: str, as_json: bool) -> None:
    """Say of several links, or of suggestions, that a person has looked at them and they hold; as one step."""
    with opened(dossier) as it:
        found = (correlating.reject if reject else correlating.confirm)(it, pairs, author=author)
    document = {"correlations": [output.correlation(each) for each in found]}
    output.answer(as_json, document, "\n".join(map(_line, found)) or "Nothing was left to say.")


COMMANDS = (link, confirm)
