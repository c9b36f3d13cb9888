"""What a text says of itself: which act it is, in which language and of which day. Empty is what it does not say."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Identity:
    """Dates are ISO 8601. `celex` is the act's own number, also in a consolidated text, whose day is
    `consolidated_on`. `number` is that of a national law that is cited by it (`7895/1995`)."""

    celex: str = ""  # 32016R0679
    eli: str = ""  # http://data.europa.eu/eli/reg/2016/679/oj
    com: str = ""  # COM(2022) 209 final
    procedure: str = ""  # 2022/0155(COD)
    number: str = ""
    gazette: tuple[str, ...] = ()  # citations as printed, in order
    title: str = ""
    date: str = ""
    language: str = ""  # BCP 47
    consolidated_on: str = ""

    def or_else(self, other: Identity) -> Identity:
        """This identity, its empty fields filled from another one."""
        missing = {field.name: getattr(other, field.name) for field in fields(self) if not getattr(self, field.name)}
        return replace(self, **missing)

    def same_act(self, other: Identity) -> bool:
        """Is it the same act, by a number that says so? A proposal and the act that came of it share their procedure;
        titles say nothing here, they change with the language."""
        pairs = (
            (self.celex, other.celex),
            (self.com, other.com),
            (self.procedure, other.procedure),
            (self.number, other.number),
        )
        return any(one and one == another for one, another in pairs)


UNKNOWN = Identity()
