"""config.toml, read and checked (by config)."""

from dataclasses import dataclass, field
from datetime import timedelta

from newsdiff.model.report import FlagSettings, Severity


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched; times in seconds, sizes in bytes."""

    contact: str = ""
    delay: float = 5.0
    deadline: float = 30.0
    max_bytes: int = 10_000_000
    allow_private: bool = False
    proxy: str = ""
    ca_file: str = ""  # certificate authorities (PEM) in place of certifi's
    browser: str = ""  # the program that shows pages which need JavaScript; empty: the usual places are looked at


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What one host needs; ``remove``, ``body`` and ``headline`` are CSS selectors or XPath expressions."""

    host: str
    remove: tuple[str, ...] = ()
    body: str = ""
    headline: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    browser: bool = False  # whether its pages need JavaScript
    delay: float | None = None
    every: timedelta | None = None
    flags: FlagSettings | None = None
    believe: frozenset[str] = frozenset()  # doubts that the gate does not have about this site (config.DOUBTS)


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """When articles are visited; ``every`` overrides the tiers by age."""

    every: timedelta | None = None
    retire_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """What proves a store's history to others."""

    sign: bool = False
    signing_key: str = ""
    timestamp: str = ""  # the address of a time stamp authority (RFC 3161); empty: none is asked
    timestamp_ca: str = ""  # its certificates (PEM); a name alone stands in the private folder


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How the store keeps what it keeps; ``keep_raw`` is all, changed or none."""

    worktree: bool = True
    keep_raw: str = "changed"


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """How a terminal shows things; ``tz`` empty: times in the machine's own zone."""

    tz: str = ""


DIGESTS = ("hour", "day", "week")  # how often what happened may be told together


@dataclass(frozen=True, slots=True)
class NotifyRule:
    """Which revisions somebody is told of; all that is given must hold, of a list one.

    ``flags``, ``min_severity``, ``min_weight``, ``undisclosed`` and ``watched`` ask about edits: a removal and a return
    have no flags, and matter. ``kinds`` empty: edits, reverts, removals and returns.
    """

    flags: frozenset[str] = frozenset()
    min_severity: Severity | None = None
    min_weight: float = 0.0
    undisclosed: bool = False
    watched: bool = False
    kinds: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotifySettings:
    """Who is told of edits: ``urls`` of services, with ``${NAME}`` for secrets; ``digest`` empty: each at once."""

    name: str
    urls: tuple[str, ...] = ()
    when: NotifyRule = NotifyRule()
    digest: str = ""
    digest_hour: int = 8


ARCHIVED_ON = ("never", "edit", "all")  # which revisions an archive is asked to capture


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """The web archive that is read and asked: addresses of its services; ``keys`` with ``${NAME}`` for secrets."""

    cdx: str = "https://web.archive.org/cdx/search/cdx"
    replay: str = "https://web.archive.org/web/"
    save: str = "https://web.archive.org/save"
    keys: str = "${IA_ACCESS_KEY_ID}:${IA_SECRET_ACCESS_KEY}"
    on: str = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """config.toml, read and checked."""

    fetch: FetchSettings = field(default_factory=FetchSettings)
    watch: WatchSettings = field(default_factory=WatchSettings)
    flags: FlagSettings = field(default_factory=FlagSettings)
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    sites: tuple[SiteSettings, ...] = ()
    display: DisplaySettings = field(default_factory=DisplaySettings)
    notify: tuple[NotifySettings, ...] = ()
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)

    def site(self, host: str) -> SiteSettings:
        """The settings of a host: its own, else those of the nearest parent domain, else none."""
        if not self.sites:
            return SiteSettings(host)
        found = {s.host: s for s in self.sites}
        labels = host.lower().split(".")
        names = (".".join(labels[i:]) for i in range(len(labels)))
        return next((found[n] for n in names if n in found), SiteSettings(host))

    def flags_of(self, host: str) -> FlagSettings:
        """The flags that a reader wants to see for a host: its own settings, else the general ones."""
        return self.site(host).flags or self.flags
