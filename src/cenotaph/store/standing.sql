-- The record as it stands, in parts that can be computed one by one. Every row follows from the
-- ledger and is rebuilt at will to the same content, so all of it is free to be replaced. Numbers
-- (n) are given in order of arrival and stand in no output.

CREATE TABLE standing ( -- up to which link of the chain, by which software, for which policies
  name  TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE told ( -- one row a live account
  n         INTEGER PRIMARY KEY,
  document  TEXT NOT NULL UNIQUE,
  publisher TEXT,          -- whose beat tells which places are meant
  heard     BLOB NOT NULL, -- names of places, what was asked of the beat and answered
  signature BLOB NOT NULL, -- by which copies are found
  body      BLOB NOT NULL, -- what was found, days and places resolved
  stories   BLOB NOT NULL, -- what the account alone says
  digest    BLOB NOT NULL  -- SHA-256 of body and stories
) STRICT;
CREATE INDEX told_digest ON told (document, digest);
CREATE INDEX told_publisher ON told (publisher) WHERE publisher IS NOT NULL;

CREATE TABLE beats (
  publisher TEXT PRIMARY KEY NOT NULL,
  accounts  INTEGER NOT NULL,
  names     BLOB NOT NULL -- of places: a sample of those it has named
) STRICT, WITHOUT ROWID;

CREATE TABLE bands (band INTEGER NOT NULL, told INTEGER NOT NULL, PRIMARY KEY (band, told)) STRICT, WITHOUT ROWID;
CREATE TABLE likes (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID; -- both ways
CREATE TABLE copies (copy TEXT PRIMARY KEY NOT NULL, original TEXT NOT NULL) STRICT, WITHOUT ROWID; -- documents
CREATE INDEX copies_original ON copies (original);

CREATE TABLE tellings (
  n       INTEGER PRIMARY KEY,
  told    INTEGER NOT NULL,
  event   TEXT NOT NULL,
  rank    TEXT NOT NULL, -- published, document and start: their order in an incident
  dossier INTEGER,
  twin    INTEGER,       -- the first of those that are one with it, by ever fewer bits:
  close   INTEGER,
  sure    INTEGER,       -- here they surely tell of one incident
  likely  INTEGER,
  linked  INTEGER,       -- and here they are one by the mean of their bits
  profile BLOB NOT NULL
) STRICT;
CREATE INDEX tellings_told ON tellings (told);
CREATE INDEX tellings_event ON tellings (event);
CREATE INDEX tellings_dossier ON tellings (dossier);
CREATE INDEX tellings_twin ON tellings (twin);
CREATE INDEX tellings_close ON tellings (close);
CREATE INDEX tellings_sure ON tellings (sure);
CREATE INDEX tellings_likely ON tellings (likely);
CREATE INDEX tellings_linked ON tellings (linked);
CREATE TABLE keys (key INTEGER NOT NULL, telling INTEGER NOT NULL, PRIMARY KEY (key, telling)) STRICT, WITHOUT ROWID;
CREATE TABLE joins ( -- pairs that enough speaks for, both ways; weakly too once questions were asked
  one   INTEGER NOT NULL,
  other INTEGER NOT NULL,
  bits  REAL NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE doubts ( -- pairs of sure groups that are barely joined, or barely kept apart; a group
  -- with itself: not looked into yet, which is done when questions are asked
  one   INTEGER NOT NULL,
  other INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  body  BLOB NOT NULL,
  PRIMARY KEY (one, other)
) STRICT;
CREATE INDEX doubts_other ON doubts (other);

CREATE TABLE dossiers (
  n     INTEGER PRIMARY KEY,
  id    TEXT NOT NULL,
  stamp INTEGER NOT NULL, -- of the refreshing that made it
  body  BLOB NOT NULL     -- families and reasons
) STRICT;
CREATE TABLE incidents (
  dossier INTEGER NOT NULL,
  policy  TEXT NOT NULL,
  id      TEXT NOT NULL,
  day     TEXT NOT NULL,
  body    BLOB NOT NULL,
  digest  BLOB NOT NULL,
  PRIMARY KEY (dossier, policy)
) STRICT;
CREATE INDEX incidents_day ON incidents (policy, day, id, digest);

CREATE TABLE counted ( -- accounts, cut to what one series counts
  unit TEXT NOT NULL,
  told INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (unit, told)
) STRICT, WITHOUT ROWID;
CREATE INDEX counted_told ON counted (told);
CREATE TABLE units (unit TEXT PRIMARY KEY NOT NULL, stamp INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE series (
  unit   TEXT NOT NULL,
  policy TEXT NOT NULL,
  id     TEXT NOT NULL,
  body   BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (unit, policy, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_id ON series (policy, id, digest);

CREATE TABLE asked ( -- questions, by what each follows from
  unit     TEXT NOT NULL, -- "incident 7", "account 4", "doubt 3 8", "series ...", "decisions"
  policy   TEXT NOT NULL,
  place    INTEGER NOT NULL,
  change   REAL NOT NULL, -- then kind, subjects and words: the order in which they are asked
  kind     INTEGER NOT NULL,
  subjects TEXT NOT NULL,
  words    TEXT NOT NULL,
  key      TEXT NOT NULL, -- of kind and subjects, by which a question is named
  answers  INTEGER NOT NULL, -- how many there are to choose from
  body     BLOB NOT NULL,
  PRIMARY KEY (unit, policy, place)
) STRICT;
CREATE INDEX asked_order ON asked (policy, change DESC, kind, subjects);
CREATE INDEX asked_key ON asked (policy, key, kind, answers);
