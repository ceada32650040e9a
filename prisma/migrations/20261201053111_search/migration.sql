-- What can be searched, in a table beside the others: kept by triggers, so that what was just written is found at once. Unknown to the
-- schema, for its columns and indexes are beyond it. Nothing is decided here of who sees an entry: a search asks the see-rule of the
-- row that it is of.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA search;
CREATE TABLE search.entries (
  entry_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- reading | text | annotation | reply | claim | person
  kind TEXT NOT NULL,
  id UUID NOT NULL,
  -- The paragraph of a text; 0 otherwise.
  part INT NOT NULL,
  reading_id UUID REFERENCES readings(id) ON DELETE CASCADE,
  -- Of a paragraph: the section that it stands in.
  section_id UUID,
  words TEXT NOT NULL,
  folded TEXT NOT NULL,
  vector TSVECTOR NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  UNIQUE (kind, id, part)
);
CREATE INDEX search_entries_vector_idx ON search.entries USING gin (vector);
CREATE INDEX search_entries_folded_idx ON search.entries USING gin (folded gin_trgm_ops);
CREATE INDEX search_entries_reading_id_idx ON search.entries (reading_id);
CREATE INDEX search_entries_at_idx ON search.entries (at, entry_id);

-- Words as they are compared: without accents, capitals and differences of width.
CREATE FUNCTION search_fold(words TEXT) RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT lower(unaccent(normalize(words, NFKC)))
$$;

-- The dictionary of a language; of one that PostgreSQL has none for, that which takes words as they are.
CREATE FUNCTION search_dictionary(language TEXT) RETURNS regconfig LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (CASE split_part(lower(language), '-', 1)
    WHEN 'en' THEN 'english' WHEN 'de' THEN 'german' WHEN 'fr' THEN 'french'
    WHEN 'es' THEN 'spanish' WHEN 'it' THEN 'italian' WHEN 'pt' THEN 'portuguese'
    WHEN 'nl' THEN 'dutch' WHEN 'ru' THEN 'russian' WHEN 'sv' THEN 'swedish'
    WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian' WHEN 'da' THEN 'danish'
    WHEN 'fi' THEN 'finnish' WHEN 'hu' THEN 'hungarian' WHEN 'ro' THEN 'romanian'
    WHEN 'tr' THEN 'turkish' ELSE 'simple' END)::regconfig
$$;

-- Scripts that are written without spaces, or whose words carry endings: each sign, and each two that follow one another.
CREATE FUNCTION search_signs(folded TEXT) RETURNS TEXT[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(array_agg(DISTINCT gram), '{}') FROM (
    SELECT substr(run, at, size) AS gram
    FROM (SELECT (regexp_matches(folded, '[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+', 'g'))[1] AS run) runs,
      LATERAL generate_series(1, length(run)) AS at, LATERAL unnest(ARRAY[1, 2]) AS size
    WHERE at + size - 1 <= length(run)
  ) grams
$$;

-- As they stand, for phrases and beginnings of words; by their stems; and by signs. What is very long is found by its first part.
CREATE FUNCTION search_vector(folded TEXT, language TEXT) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple', left(folded, 40000))
    || CASE WHEN search_dictionary(language) = 'simple'::regconfig THEN ''::tsvector
      ELSE to_tsvector(search_dictionary(language), left(folded, 40000)) END
    || array_to_tsvector(search_signs(left(folded, 40000)))
$$;

CREATE FUNCTION search_put(kind TEXT, id UUID, reading UUID, language TEXT, words TEXT, at TIMESTAMPTZ)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO search.entries AS e (kind, id, part, reading_id, words, folded, vector, at)
  SELECT kind, id, 0, reading, words, f.folded, search_vector(f.folded, language), at
  FROM (SELECT search_fold(words) AS folded) f
  WHERE words <> ''
  ON CONFLICT ON CONSTRAINT entries_kind_id_part_key DO UPDATE
    SET words = EXCLUDED.words, folded = EXCLUDED.folded, vector = EXCLUDED.vector
    WHERE e.words <> EXCLUDED.words
$$;

CREATE FUNCTION search_language(reading UUID) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT COALESCE((SELECT language FROM readings WHERE id = reading), 'simple')
$$;

CREATE FUNCTION search_annotation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said TEXT := concat_ws(E'\n', NULLIF(NEW.body_text, ''), NULLIF(array_to_string(NEW.tags, ', '), ''));
BEGIN
  IF NEW.deleted_at IS NOT NULL OR said = '' THEN
    DELETE FROM search.entries WHERE kind = 'annotation' AND id = NEW.id;
  ELSE
    PERFORM search_put('annotation', NEW.id, NEW.reading_id, search_language(NEW.reading_id), said, NEW.created_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_annotation AFTER INSERT OR UPDATE OF body_text, tags, deleted_at ON annotations
  FOR EACH ROW EXECUTE FUNCTION search_annotation();

CREATE FUNCTION search_reply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reading UUID;
BEGIN
  IF NEW.deleted_at IS NOT NULL OR NEW.body_text = '' THEN
    DELETE FROM search.entries WHERE kind = 'reply' AND id = NEW.id;
  ELSE
    SELECT reading_id INTO reading FROM threads WHERE id = NEW.thread_id;
    PERFORM search_put('reply', NEW.id, reading, search_language(reading), NEW.body_text, NEW.created_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_reply AFTER INSERT OR UPDATE OF body_text, deleted_at ON replies
  FOR EACH ROW EXECUTE FUNCTION search_reply();

CREATE FUNCTION search_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reading UUID;
BEGIN
  IF NEW.withdrawn_at IS NOT NULL OR NEW.archived_at IS NOT NULL THEN
    DELETE FROM search.entries WHERE kind = 'claim' AND id = NEW.id;
  ELSE
    SELECT reading_id INTO reading FROM debates WHERE id = NEW.debate_id;
    PERFORM search_put('claim', NEW.id, reading, search_language(reading),
      concat_ws(E'\n', NEW.text, NULLIF(NEW.explanation, '')), NEW.created_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_claim AFTER INSERT OR UPDATE OF text, explanation, withdrawn_at, archived_at ON claims
  FOR EACH ROW EXECUTE FUNCTION search_claim();

CREATE FUNCTION search_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_put('person', NEW.id, NULL, 'simple', NEW.name, NEW.created_at);
  RETURN NULL;
END $$;
CREATE TRIGGER search_person AFTER INSERT OR UPDATE OF name ON people
  FOR EACH ROW EXECUTE FUNCTION search_person();

CREATE FUNCTION search_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_put('reading', NEW.id, NEW.id, NEW.language,
    concat_ws(E'\n', NEW.title, NULLIF(array_to_string(NEW.authors, ', '), '')), NEW.created_at);
  RETURN NULL;
END $$;
CREATE TRIGGER search_reading AFTER INSERT OR UPDATE OF title, authors ON readings
  FOR EACH ROW EXECUTE FUNCTION search_reading();

-- The paragraphs of a reading's present text. Offsets of sections count UTF-16 code units, of which signs beyond the first plane have two.
CREATE FUNCTION search_put_text(reading UUID) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search.entries WHERE kind = 'text' AND id = reading;
  INSERT INTO search.entries (kind, id, part, reading_id, section_id, words, folded, vector, at)
  SELECT 'text', r.id, p.part, r.id,
    (SELECT s.section_id FROM revision_sections s
      WHERE s.revision_id = v.id AND s.start <= p.start ORDER BY s.start DESC, s.ordinal DESC LIMIT 1),
    p.words, p.folded, search_vector(p.folded, r.language), v.created_at
  FROM readings r JOIN revisions v ON v.id = r.current_revision_id,
    LATERAL (
      SELECT part::int, words, search_fold(words) AS folded,
        COALESCE(sum(units + 1) OVER (ORDER BY part ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS start
      FROM (SELECT words, part,
          length(words) + length(regexp_replace(words, '[^\U00010000-\U0010FFFF]', '', 'g')) AS units
        FROM regexp_split_to_table(v.text, E'\n') WITH ORDINALITY AS t(words, part)) paragraphs
    ) p
  WHERE r.id = reading AND p.words <> '';
$$;

CREATE FUNCTION search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_put_text(NEW.id);
  RETURN NULL;
END $$;
-- At the end of the transaction, when the sections of the text are stored too.
CREATE CONSTRAINT TRIGGER search_text AFTER UPDATE OF current_revision_id ON readings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.current_revision_id IS DISTINCT FROM NEW.current_revision_id)
  EXECUTE FUNCTION search_text();
CREATE CONSTRAINT TRIGGER search_first_text AFTER INSERT ON readings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.current_revision_id IS NOT NULL)
  EXECUTE FUNCTION search_text();

CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search.entries WHERE kind = TG_ARGV[0] AND id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_forget AFTER DELETE ON annotations FOR EACH ROW EXECUTE FUNCTION search_forget('annotation');
CREATE TRIGGER search_forget AFTER DELETE ON replies FOR EACH ROW EXECUTE FUNCTION search_forget('reply');
CREATE TRIGGER search_forget AFTER DELETE ON claims FOR EACH ROW EXECUTE FUNCTION search_forget('claim');
CREATE TRIGGER search_forget AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION search_forget('person');

-- What is there already.
SELECT search_put('annotation', a.id, a.reading_id, r.language,
  concat_ws(E'\n', NULLIF(a.body_text, ''), NULLIF(array_to_string(a.tags, ', '), '')), a.created_at)
  FROM annotations a JOIN readings r ON r.id = a.reading_id WHERE a.deleted_at IS NULL;
SELECT search_put('reply', p.id, t.reading_id, r.language, p.body_text, p.created_at)
  FROM replies p JOIN threads t ON t.id = p.thread_id JOIN readings r ON r.id = t.reading_id WHERE p.deleted_at IS NULL;
SELECT search_put('claim', c.id, d.reading_id, r.language, concat_ws(E'\n', c.text, NULLIF(c.explanation, '')), c.created_at)
  FROM claims c JOIN debates d ON d.id = c.debate_id JOIN readings r ON r.id = d.reading_id
  WHERE c.withdrawn_at IS NULL AND c.archived_at IS NULL;
SELECT search_put('person', id, NULL, 'simple', name, created_at) FROM people;
SELECT search_put('reading', id, id, language, concat_ws(E'\n', title, NULLIF(array_to_string(authors, ', '), '')), created_at) FROM readings;
SELECT search_put_text(id) FROM readings WHERE current_revision_id IS NOT NULL;

-- A word as it is looked for: as it stands, by its stems, by its signs, or, with a star, by its beginning.
CREATE FUNCTION search_word(word TEXT) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  wanted TEXT := search_fold(rtrim(word, '*'));
  signs TEXT[] := search_signs(wanted);
  ending TEXT := CASE WHEN word LIKE '%*' THEN ':*' ELSE '' END;
  longest INT := CASE WHEN EXISTS (SELECT FROM unnest(signs) s WHERE length(s) = 2) THEN 2 ELSE 1 END;
  dictionary regconfig;
  found tsquery;
BEGIN
  IF signs <> '{}' THEN
    RETURN (SELECT string_agg(quote_literal(s), ' & ') FROM unnest(signs) s WHERE length(s) = longest)::tsquery;
  END IF;
  found := COALESCE((SELECT string_agg(quote_literal(lexeme) || ending, ' & ')
    FROM unnest(to_tsvector('simple', wanted)))::tsquery, ''::tsquery);
  IF ending = '' THEN
    FOREACH dictionary IN ARRAY ARRAY['english', 'german', 'french', 'spanish', 'italian', 'portuguese', 'dutch', 'russian']::regconfig[] LOOP
      found := found || plainto_tsquery(dictionary, wanted);
    END LOOP;
  END IF;
  RETURN found;
END $$;
