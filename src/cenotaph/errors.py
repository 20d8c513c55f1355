"""Every error Cenotaph raises on purpose.

* CenotaphError
  + ReadError          a file cannot be turned into documents: skip it, say why, go on
  + OffsetError        a span does not fit the text it points into: our bug, or tampering
  + LedgerError        the ledger refuses to change the past, or is not one we can open
  + VerifyError        something stored no longer holds
  + InstallError       a model or data file is missing or is not the one that was measured
  + StaleError         what a decision is about was decided meanwhile: look again, then decide
  + UsageError         a value given by the caller is not one we know
"""


class CenotaphError(Exception):
    """Base of all errors a caller may want to catch."""


class ReadError(CenotaphError):
    """A file could not be turned into a document."""


class OffsetError(CenotaphError, ValueError):
    """A span lies outside the text it points into."""


class LedgerError(CenotaphError):
    """The ledger cannot be opened, or someone tried to alter what was once recorded."""


class VerifyError(CenotaphError):
    """A span, hash or link of the ledger does not hold any more."""


class InstallError(CenotaphError):
    """A model or data file is missing, or is not the one that was measured."""


class StaleError(CenotaphError):
    """What a decision is about was decided since the state that it was made on."""


class UsageError(CenotaphError, ValueError):
    """A value given by the caller is not one we know; the message names those we do."""
