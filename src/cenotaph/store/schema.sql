-- The ledger. Rows are appended and never changed; what people may have to destroy
-- (texts, raw bytes, quotes, names) stands in `words` alone, everything else must outlive it.
-- The tables with text keys have no rowid, so that REPLACE finds no second key to come in by.

CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL -- SHA-256 of title, two line feeds and text, hex
) STRICT, WITHOUT ROWID;

CREATE TABLE captures (
  id       TEXT PRIMARY KEY NOT NULL, -- SHA-256 of the whole capture
  document TEXT NOT NULL REFERENCES documents,
  body     TEXT NOT NULL -- JSON of model.Capture without author, url and archive_url
) STRICT, WITHOUT ROWID;
CREATE INDEX captures_document ON captures (document);

-- One row a complete run of the extractors over a document. The last row of a document counts.
CREATE TABLE found (
  seq      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE, -- SHA-256 of the columns below and the number of earlier runs
  document TEXT NOT NULL REFERENCES documents,
  finder   TEXT NOT NULL, -- digest of software, model and gazetteer
  claims   TEXT NOT NULL, -- JSON list of claim ids, in reading order
  mentions TEXT NOT NULL, -- JSON list of mention ids
  body     TEXT NOT NULL  -- SHA-256 of the account's JSON, which is in `words`
) STRICT;
CREATE INDEX found_document ON found (document, seq);

-- Which document an id that people judge belongs to.
CREATE TABLE claims (
  id       TEXT PRIMARY KEY NOT NULL, -- of a claim or of a mention
  document TEXT NOT NULL REFERENCES documents,
  kind     TEXT NOT NULL -- Toll, Victim, ... or Mention
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_document ON claims (document);

CREATE TABLE decisions (
  seq       INTEGER PRIMARY KEY, -- order of force
  id        TEXT NOT NULL UNIQUE,
  verdict   TEXT NOT NULL,
  documents TEXT NOT NULL CHECK (verdict <> 'withdraw' OR length(documents) = 64), -- ids, sorted, a blank between
  body      TEXT NOT NULL -- JSON: at, reviewer, subjects, supersedes, claim; for `withdraw` the reason too
) STRICT;
CREATE INDEX decisions_verdict ON decisions (verdict);

-- Everything that can be read as language. `document` as in decisions: one id, or several.
CREATE TABLE words (
  seq      INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('text', 'raw', 'capture', 'account', 'claim', 'decision')),
  id       TEXT NOT NULL, -- text: document id; raw: SHA-256 of the bytes; capture, claim, decision: its id; account: SHA-256
  body     BLOB NOT NULL,
  UNIQUE (kind, document, id)
) STRICT;
CREATE INDEX words_document ON words (document);

-- One link a row of documents, captures, found and decisions, in order of arrival.
CREATE TABLE chain (
  seq    INTEGER PRIMARY KEY, -- 1, 2, 3 ... without a gap
  kind   TEXT NOT NULL,       -- the table
  id     TEXT NOT NULL,
  digest TEXT NOT NULL,       -- SHA-256 of the row
  link   TEXT NOT NULL        -- SHA-256 of the link before and of this row's seq, kind, id, digest
) STRICT;

-- BEFORE INSERT refuses a known key, whatever the connection's `recursive_triggers` says: without
-- it SQLite would let INSERT OR REPLACE delete the old row in silence.
CREATE TRIGGER documents_fixed BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never edited'); END;
CREATE TRIGGER documents_kept  BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;
CREATE TRIGGER documents_once  BEFORE INSERT ON documents WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'documents are never replaced'); END;

CREATE TRIGGER captures_fixed BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'captures are never edited'); END;
CREATE TRIGGER captures_kept  BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'captures are never deleted'); END;
CREATE TRIGGER captures_once  BEFORE INSERT ON captures WHEN EXISTS (SELECT 1 FROM captures WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'captures are never replaced'); END;

CREATE TRIGGER found_fixed BEFORE UPDATE ON found BEGIN SELECT RAISE(ABORT, 'found is never edited'); END;
CREATE TRIGGER found_kept  BEFORE DELETE ON found BEGIN SELECT RAISE(ABORT, 'found is never deleted'); END;
CREATE TRIGGER found_once  BEFORE INSERT ON found WHEN EXISTS (SELECT 1 FROM found WHERE seq = NEW.seq OR id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'found is never replaced'); END;

CREATE TRIGGER claims_fixed BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims are never edited'); END;
CREATE TRIGGER claims_kept  BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims are never deleted'); END;
CREATE TRIGGER claims_once  BEFORE INSERT ON claims WHEN EXISTS (SELECT 1 FROM claims WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'claims are never replaced'); END;

CREATE TRIGGER decisions_fixed BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never edited'); END;
CREATE TRIGGER decisions_kept  BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
CREATE TRIGGER decisions_once  BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE seq = NEW.seq OR id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'decisions are never replaced'); END;

CREATE TRIGGER chain_fixed BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'the chain is never edited'); END;
CREATE TRIGGER chain_kept  BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'the chain is never deleted'); END;
CREATE TRIGGER chain_once  BEFORE INSERT ON chain WHEN EXISTS (SELECT 1 FROM chain WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'the chain is never replaced'); END;

CREATE TRIGGER words_fixed BEFORE UPDATE ON words BEGIN SELECT RAISE(ABORT, 'words are never edited'); END;
CREATE TRIGGER words_kept  BEFORE DELETE ON words
  WHEN NOT EXISTS (SELECT 1 FROM decisions WHERE verdict = 'withdraw' AND instr(OLD.document, documents) > 0)
  BEGIN SELECT RAISE(ABORT, 'words are never deleted before their document is withdrawn'); END;
CREATE TRIGGER words_once  BEFORE INSERT ON words
  WHEN EXISTS (SELECT 1 FROM words WHERE seq = NEW.seq OR (kind = NEW.kind AND document = NEW.document AND id = NEW.id))
  BEGIN SELECT RAISE(ABORT, 'words are never replaced'); END;
CREATE TRIGGER words_gone  BEFORE INSERT ON words
  WHEN EXISTS (SELECT 1 FROM decisions WHERE verdict = 'withdraw' AND instr(NEW.document, documents) > 0)
  BEGIN SELECT RAISE(ABORT, 'the document was withdrawn: its words do not come back'); END;
