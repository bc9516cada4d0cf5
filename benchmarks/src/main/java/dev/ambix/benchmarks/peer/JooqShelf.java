package dev.ambix.benchmarks.peer;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/// Books and writers by jOOQ: a nested row for the writer, so that each book has a writer object of
/// its own, and MULTISET for the books, which the database sends as JSON.
final class JooqShelf {
  private final DSLContext context;
  private final Writers writers = new Writers();
  private final Books books = new Books();

  JooqShelf(DSLContext context) {
    this.context = context;
  }

  List<Book> books(int rows) {
    var b = books;
    var w = writers;
    return context
        .select(
            b.id,
            b.title,
            b.isbn,
            b.pages,
            b.published,
            DSL.row(w.id, w.name, w.country).mapping(Writer::of))
        .from(b)
        .join(w)
        .on(b.writerId.eq(w.id))
        .where(b.id.le((long) rows))
        .orderBy(b.id)
        .fetch(Records.mapping(Book::new));
  }

  List<Writer> writers(int rows) {
    var b = books;
    var w = writers;
    return context
        .select(
            w.id,
            w.name,
            w.country,
            DSL.multiset(
                    DSL.select(b.id, b.title, b.isbn, b.pages, b.published)
                        .from(b)
                        .where(b.writerId.eq(w.id))
                        .orderBy(b.id))
                .convertFrom(found -> found.map(Records.mapping(Book::of))))
        .from(w)
        .where(w.id.le((long) rows))
        .orderBy(w.id)
        .fetch(Records.mapping(Writer::new));
  }

  @SuppressWarnings("serial") // nobody serializes it
  private static final class Writers extends TableImpl<Record> {
    final transient TableField<Record, Long> id =
        createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this, "");
    final transient TableField<Record, String> name =
        createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this, "");
    final transient TableField<Record, String> country =
        createField(DSL.name("country"), SQLDataType.CLOB.nullable(false), this, "");

    Writers() {
      super(DSL.name(Shelf.WRITERS));
    }
  }

  @SuppressWarnings("serial") // nobody serializes it
  private static final class Books extends TableImpl<Record> {
    final transient TableField<Record, Long> id =
        createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this, "");
    final transient TableField<Record, String> title =
        createField(DSL.name("title"), SQLDataType.CLOB.nullable(false), this, "");
    final transient TableField<Record, String> isbn =
        createField(DSL.name("isbn"), SQLDataType.CLOB, this, "");
    final transient TableField<Record, Integer> pages =
        createField(DSL.name("pages"), SQLDataType.INTEGER.nullable(false), this, "");
    final transient TableField<Record, Integer> published =
        createField(DSL.name("published"), SQLDataType.INTEGER.nullable(false), this, "");
    final transient TableField<Record, Long> writerId =
        createField(DSL.name("writer_id"), SQLDataType.BIGINT.nullable(false), this, "");

    Books() {
      super(DSL.name(Shelf.BOOKS));
    }
  }
}
