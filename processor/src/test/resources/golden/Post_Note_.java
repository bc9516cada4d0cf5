package blog;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Node;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.TextExpression;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// The columns of `Post.Note` and how it stands in the table `notes`.
@Generated("dev.ambix.processor.AmbixProcessor")
@SuppressWarnings("unchecked")
public final class Post_Note_ extends EntityMapping<Post.Note> {
  public static final Column.Text<Post.Note> text =
      new Column.Text<>(Column.Attribute.of(Post.Note.class, "notes", "text", "text", Type.TEXT));
  private static final Column.Numeric<Post.Note, Long> PART_POST_ID_COLUMN =
      new Column.Numeric<>(
          Column.Attribute.of(Post.Note.class, "notes", "part", "part_post_id", Type.LONG).asKey());
  private static final Column.Numeric<Post.Note, Integer> PART_NUMBER_COLUMN =
      new Column.Numeric<>(
          Column.Attribute.of(Post.Note.class, "notes", "part", "part_number", Type.INTEGER)
              .asKey());
  private static final Association.Reference<Post.Note, Post.Part> PART_ASSOCIATION =
      Association.Reference.of(
          new Association.Definition<>(
              Post.Note.class,
              "notes",
              "part",
              Post.Part.class,
              Post_Part_::new,
              new Node.Hop(
                  "parts",
                  List.of("part_post_id", "part_number"),
                  List.of("post_id", "number"))));
  public static final Post_Part_.Columns<Post.Note> part =
      new Post_Part_.Columns<>(PART_ASSOCIATION);
  public static final Column.Ordered<Post.Note, Post.Mark> mark =
      new Column.Ordered<>(
          Column.Attribute.of(
                  Post.Note.class,
                  "notes",
                  "mark",
                  "mark",
                  Type.enumeration(Post.Mark.class))
              .asKey());

  private static final VarHandle TEXT;
  private static final VarHandle PART;
  private static final VarHandle MARK;

  static {
    try {
      var lookup = MethodHandles.privateLookupIn(Post.Note.class, MethodHandles.lookup());
      TEXT = lookup.findVarHandle(Post.Note.class, "text", String.class).withInvokeExactBehavior();
      PART = lookup.findVarHandle(Post.Note.class, "part", Ref.class).withInvokeExactBehavior();
      MARK =
          lookup.findVarHandle(Post.Note.class, "mark", Post.Mark.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public Post_Note_() {
    super(
        Post.Note.class,
        "notes",
        List.of(text, PART_POST_ID_COLUMN, PART_NUMBER_COLUMN, mark),
        List.of(PART_ASSOCIATION),
        EntityMapping.Constraint.references(PART_ASSOCIATION, OnDelete.NO_ACTION, false));
  }

  @Override
  public Post.Note create() {
    return new Post.Note();
  }

  @Override
  public void read(Post.Note entity, Row row, int first) {
    TEXT.set(entity, row.getString(first));
    PART_ASSOCIATION.read(partOf(entity), row, first + 1);
    MARK.set(entity, mark.read(row, first + 3));
  }

  @Override
  public @Nullable Object get(Post.Note entity, int column) {
    return switch (column) {
      case 0 -> (String) TEXT.get(entity);
      case 1 -> PART_ASSOCIATION.get(partOf(entity), 0);
      case 2 -> PART_ASSOCIATION.get(partOf(entity), 1);
      case 3 -> mark.type().toColumn((Post.Mark) MARK.get(entity));
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @Override
  public void set(Post.Note entity, int column, @Nullable Object value) {
    switch (column) {
      case 0 -> TEXT.set(entity, (String) value);
      case 1 -> PART_ASSOCIATION.set(partOf(entity), 0, value);
      case 2 -> PART_ASSOCIATION.set(partOf(entity), 1, value);
      case 3 -> {
        Post.Mark attribute = value == null ? null : Post.Mark.valueOf((String) value);
        MARK.set(entity, attribute);
      }
      default -> throw new IndexOutOfBoundsException(column);
    }
  }

  @Override
  public Object snapshot(Post.Note entity) {
    return new Snapshot(entity);
  }

  @Override
  public void changes(Post.Note entity, Object snapshot, BitSet changed) {
    var before = (Snapshot) snapshot;
    if (!Objects.equals(before.text, (String) TEXT.get(entity))) {
      changed.set(0);
    }
    if (!Objects.equals(before.part, PART_ASSOCIATION.key(partOf(entity)))) {
      changed.set(1);
      changed.set(2);
    }
    if (!Objects.equals(before.mark, (Post.Mark) MARK.get(entity))) {
      changed.set(3);
    }
  }

  @Override
  public void restore(Post.Note entity, Object snapshot) {
    var before = (Snapshot) snapshot;
    TEXT.set(entity, before.text);
    PART_ASSOCIATION.restore(partOf(entity), before.part);
    MARK.set(entity, before.mark);
  }

  @Override
  public Object association(Post.Note entity, int association) {
    return switch (association) {
      case 0 -> partOf(entity);
      default -> throw new IndexOutOfBoundsException(association);
    };
  }

  private static Ref<Post.Part> partOf(Post.Note entity) {
    return (Ref<Post.Part>) PART.get(entity);
  }

  /// The table under another name, for queries that name it twice.
  public static Columns<Post.Note> as(String alias) {
    return new Columns<>(alias);
  }

  /// The columns of `notes` by a path, or by another name of the table.
  public static final class Columns<R> extends Path.ToOne<R, Post.Note> {
    public final TextExpression text = text("text", Type.TEXT);
    public final OrderedExpression<Post.Mark> mark =
        ordered("mark", Type.enumeration(Post.Mark.class));

    public Columns(Association.One<R, Post.Note> association) {
      super(association);
    }

    public <M> Columns(Path.ToOne<R, M> before, Association.One<M, Post.Note> association) {
      super(before, association);
    }

    private Columns(String alias) {
      super("notes", alias);
    }

    public Post_Part_.Columns<R> part() {
      return new Post_Part_.Columns<>(this, PART_ASSOCIATION);
    }
  }

  private static final class Snapshot {
    final String text;
    final @Nullable Object part;
    final Post.Mark mark;

    Snapshot(Post.Note entity) {
      this.text = (String) TEXT.get(entity);
      this.part = PART_ASSOCIATION.key(partOf(entity));
      this.mark = (Post.Mark) MARK.get(entity);
    }
  }
}
