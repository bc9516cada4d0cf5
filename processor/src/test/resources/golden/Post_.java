package blog;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Node;
import dev.ambix.query.NumberExpression;
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

/// The columns of `Post` and how it stands in the table `posts`.
@Generated("dev.ambix.processor.AmbixProcessor")
@SuppressWarnings("unchecked")
public final class Post_ extends EntityMapping<Post> {
  public static final Column.Numeric<Post, Long> id =
      new Column.Numeric<>(
          Column.Attribute.of(Post.class, "posts", "id", "id", Type.LONG)
              .asKey()
              .from(Column.Attribute.Source.IDENTITY));
  private static final Column.Text<Post> AUTHOR_NAME_COLUMN =
      new Column.Text<>(
          Column.Attribute.of(Post.class, "posts", "author", "author_name", Type.varchar(40)));
  private static final Association.Reference<Post, Post.Author> AUTHOR_ASSOCIATION =
      Association.Reference.of(
          new Association.Definition<>(
              Post.class,
              "posts",
              "author",
              Post.Author.class,
              Post_Author_::new,
              new Node.Hop("authors", List.of("author_name"), List.of("name"))));
  public static final Post_Author_.Columns<Post> author =
      new Post_Author_.Columns<>(AUTHOR_ASSOCIATION);
  public static final Column.Text<Post> title =
      new Column.Text<>(
          Column.Attribute.of(Post.class, "posts", "title", "title", Type.varchar(200)));
  private static final Column.Numeric<Post, Long> PARENT_ID_COLUMN =
      new Column.Numeric<>(
          Column.Attribute.of(Post.class, "posts", "parent", "parent_id", Type.LONG).asNullable());
  private static final Association.Reference<Post, Post> PARENT_ASSOCIATION =
      Association.Reference.of(
              new Association.Definition<>(
                  Post.class,
                  "posts",
                  "parent",
                  Post.class,
                  Post_::new,
                  new Node.Hop("posts", List.of("parent_id"), List.of("id"))))
          .asOptional();
  public static final Post_.Columns<Post> parent = new Post_.Columns<>(PARENT_ASSOCIATION);
  private static final Association.Children<Post, Post> REPLIES_ASSOCIATION =
      Association.Children.of(
          new Association.Definition<>(
              Post.class,
              "posts",
              "replies",
              Post.class,
              Post_::new,
              new Node.Hop("posts", List.of("id"), List.of("parent_id"))),
          "parent");
  public static final Path.ToMany<Post, Post> replies = Path.ToMany.of(REPLIES_ASSOCIATION);
  private static final Association.Linked<Post, Post.Tag> TAGS_ASSOCIATION =
      Association.Linked.of(
              new Association.Definition<>(
                  Post.class,
                  "posts",
                  "tags",
                  Post.Tag.class,
                  Post_Tag_::new,
                  new Node.Hop("post_tags", List.of("id"), List.of("post_id")),
                  new Node.Hop("tags", List.of("tag_label"), List.of("label"))))
          .orderedBy(() -> List.of(Post_Tag_.label.desc(), Post_Tag_.place.x.asc()));
  public static final Path.ToMany<Post, Post.Tag> tags = Path.ToMany.of(TAGS_ASSOCIATION);
  private static final Column.Numeric<Post, Long> PART_POST_COLUMN =
      new Column.Numeric<>(
          Column.Attribute.of(Post.class, "posts", "part", "part_post", Type.LONG).asNullable());
  private static final Column.Numeric<Post, Integer> PART_NUMBER_COLUMN =
      new Column.Numeric<>(
          Column.Attribute.of(Post.class, "posts", "part", "part_number", Type.INTEGER)
              .asNullable());
  private static final Association.Reference<Post, Post.Part> PART_ASSOCIATION =
      Association.Reference.of(
              new Association.Definition<>(
                  Post.class,
                  "posts",
                  "part",
                  Post.Part.class,
                  Post_Part_::new,
                  new Node.Hop(
                      "parts",
                      List.of("part_post", "part_number"),
                      List.of("post_id", "number"))))
          .asOptional();
  public static final Post_Part_.Columns<Post> part = new Post_Part_.Columns<>(PART_ASSOCIATION);
  private static final Association.Children<Post, Post.Part> PARTS_ASSOCIATION =
      Association.Children.of(
              new Association.Definition<>(
                  Post.class,
                  "posts",
                  "parts",
                  Post.Part.class,
                  Post_Part_::new,
                  new Node.Hop("parts", List.of("id"), List.of("post_id"))),
              "post")
          .withOrphanRemoval()
          .orderedBy(() -> List.of(Post_Part_.number.asc()));
  public static final Path.ToMany<Post, Post.Part> parts = Path.ToMany.of(PARTS_ASSOCIATION);
  private static final Association.Inverse<Post, Post.Summary> STEPS_ASSOCIATION =
      new Association.Inverse<>(
          new Association.Definition<>(
              Post.class,
              "posts",
              "steps",
              Post.Summary.class,
              Post_Summary_::new,
              new Node.Hop("summaries", List.of("id"), List.of("post_id"))),
          "post");
  public static final Post_Summary_.Columns<Post> steps =
      new Post_Summary_.Columns<>(STEPS_ASSOCIATION);

  private static final VarHandle ID;
  private static final VarHandle AUTHOR;
  private static final VarHandle TITLE;
  private static final VarHandle PARENT;
  private static final VarHandle REPLIES;
  private static final VarHandle TAGS;
  private static final VarHandle PART;
  private static final VarHandle PARTS;
  private static final VarHandle STEPS;

  static {
    try {
      var lookup = MethodHandles.privateLookupIn(Post.class, MethodHandles.lookup());
      ID = lookup.findVarHandle(Post.class, "id", long.class).withInvokeExactBehavior();
      AUTHOR = lookup.findVarHandle(Post.class, "author", Ref.class).withInvokeExactBehavior();
      TITLE = lookup.findVarHandle(Post.class, "title", String.class).withInvokeExactBehavior();
      PARENT = lookup.findVarHandle(Post.class, "parent", Ref.class).withInvokeExactBehavior();
      REPLIES = lookup.findVarHandle(Post.class, "replies", Many.class).withInvokeExactBehavior();
      TAGS = lookup.findVarHandle(Post.class, "tags", Many.class).withInvokeExactBehavior();
      PART = lookup.findVarHandle(Post.class, "part", Ref.class).withInvokeExactBehavior();
      PARTS = lookup.findVarHandle(Post.class, "parts", Many.class).withInvokeExactBehavior();
      STEPS = lookup.findVarHandle(Post.class, "steps", Ref.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public Post_() {
    super(
        Post.class,
        "posts",
        List.of(
            id,
            AUTHOR_NAME_COLUMN,
            title,
            PARENT_ID_COLUMN,
            PART_POST_COLUMN,
            PART_NUMBER_COLUMN),
        List.of(
            AUTHOR_ASSOCIATION,
            PARENT_ASSOCIATION,
            REPLIES_ASSOCIATION,
            TAGS_ASSOCIATION,
            PART_ASSOCIATION,
            PARTS_ASSOCIATION,
            STEPS_ASSOCIATION),
        EntityMapping.Constraint.references(AUTHOR_ASSOCIATION, OnDelete.CASCADE, true),
        EntityMapping.Constraint.references(PARENT_ASSOCIATION, OnDelete.NO_ACTION, false),
        EntityMapping.Constraint.index("", PARENT_ID_COLUMN),
        EntityMapping.Constraint.references(PART_ASSOCIATION, OnDelete.NO_ACTION, false),
        EntityMapping.Constraint.unique("", AUTHOR_NAME_COLUMN, title),
        EntityMapping.Constraint.index("", PART_POST_COLUMN, PART_NUMBER_COLUMN, title));
  }

  @Override
  public List<Renamed> renames() {
    return List.of(
        new Renamed("posts", "", "entries"),
        new Renamed("posts", "author_name", "writer_name"));
  }

  @Override
  public Post create() {
    return new Post();
  }

  @Override
  public void read(Post entity, Row row, int first) {
    ID.set(entity, row.getLong(first));
    AUTHOR_ASSOCIATION.read(authorOf(entity), row, first + 1);
    TITLE.set(entity, row.getString(first + 2));
    PARENT_ASSOCIATION.read(parentOf(entity), row, first + 3);
    PART_ASSOCIATION.read(partOf(entity), row, first + 4);
  }

  @Override
  public @Nullable Object get(Post entity, int column) {
    return switch (column) {
      case 0 -> (long) ID.get(entity);
      case 1 -> AUTHOR_ASSOCIATION.get(authorOf(entity), 0);
      case 2 -> (String) TITLE.get(entity);
      case 3 -> PARENT_ASSOCIATION.get(parentOf(entity), 0);
      case 4 -> PART_ASSOCIATION.get(partOf(entity), 0);
      case 5 -> PART_ASSOCIATION.get(partOf(entity), 1);
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @Override
  public void set(Post entity, int column, @Nullable Object value) {
    switch (column) {
      case 0 -> ID.set(entity, (long) Objects.requireNonNull(value));
      case 1 -> AUTHOR_ASSOCIATION.set(authorOf(entity), 0, value);
      case 2 -> TITLE.set(entity, (String) value);
      case 3 -> PARENT_ASSOCIATION.set(parentOf(entity), 0, value);
      case 4 -> PART_ASSOCIATION.set(partOf(entity), 0, value);
      case 5 -> PART_ASSOCIATION.set(partOf(entity), 1, value);
      default -> throw new IndexOutOfBoundsException(column);
    }
  }

  @Override
  public Object snapshot(Post entity) {
    return new Snapshot(entity);
  }

  @Override
  public void changes(Post entity, Object snapshot, BitSet changed) {
    var before = (Snapshot) snapshot;
    if (before.id != (long) ID.get(entity)) {
      changed.set(0);
    }
    if (!Objects.equals(before.author, AUTHOR_ASSOCIATION.key(authorOf(entity)))) {
      changed.set(1);
    }
    if (!Objects.equals(before.title, (String) TITLE.get(entity))) {
      changed.set(2);
    }
    if (!Objects.equals(before.parent, PARENT_ASSOCIATION.key(parentOf(entity)))) {
      changed.set(3);
    }
    if (!Objects.equals(before.part, PART_ASSOCIATION.key(partOf(entity)))) {
      changed.set(4);
      changed.set(5);
    }
  }

  @Override
  public void restore(Post entity, Object snapshot) {
    var before = (Snapshot) snapshot;
    ID.set(entity, before.id);
    AUTHOR_ASSOCIATION.restore(authorOf(entity), before.author);
    TITLE.set(entity, before.title);
    PARENT_ASSOCIATION.restore(parentOf(entity), before.parent);
    PART_ASSOCIATION.restore(partOf(entity), before.part);
  }

  @Override
  public Object association(Post entity, int association) {
    return switch (association) {
      case 0 -> authorOf(entity);
      case 1 -> parentOf(entity);
      case 2 -> repliesOf(entity);
      case 3 -> tagsOf(entity);
      case 4 -> partOf(entity);
      case 5 -> partsOf(entity);
      case 6 -> stepsOf(entity);
      default -> throw new IndexOutOfBoundsException(association);
    };
  }

  private static Ref<Post.Author> authorOf(Post entity) {
    return (Ref<Post.Author>) AUTHOR.get(entity);
  }

  private static Ref<Post> parentOf(Post entity) {
    return (Ref<Post>) PARENT.get(entity);
  }

  private static Many<Post> repliesOf(Post entity) {
    return (Many<Post>) REPLIES.get(entity);
  }

  private static Many<Post.Tag> tagsOf(Post entity) {
    return (Many<Post.Tag>) TAGS.get(entity);
  }

  private static Ref<Post.Part> partOf(Post entity) {
    return (Ref<Post.Part>) PART.get(entity);
  }

  private static Many<Post.Part> partsOf(Post entity) {
    return (Many<Post.Part>) PARTS.get(entity);
  }

  private static Ref<Post.Summary> stepsOf(Post entity) {
    return (Ref<Post.Summary>) STEPS.get(entity);
  }

  /// The table under another name, for queries that name it twice.
  public static Columns<Post> as(String alias) {
    return new Columns<>(alias);
  }

  /// The columns of `posts` by a path, or by another name of the table.
  public static final class Columns<R> extends Path.ToOne<R, Post> {
    public final NumberExpression<Long> id = number("id", Type.LONG);
    public final TextExpression title = text("title", Type.varchar(200));

    public Columns(Association.One<R, Post> association) {
      super(association);
    }

    public <M> Columns(Path.ToOne<R, M> before, Association.One<M, Post> association) {
      super(before, association);
    }

    private Columns(String alias) {
      super("posts", alias);
    }

    public Post_Author_.Columns<R> author() {
      return new Post_Author_.Columns<>(this, AUTHOR_ASSOCIATION);
    }

    public Post_.Columns<R> parent() {
      return new Post_.Columns<>(this, PARENT_ASSOCIATION);
    }

    public Path.ToMany<R, Post> replies() {
      return many(REPLIES_ASSOCIATION);
    }

    public Path.ToMany<R, Post.Tag> tags() {
      return many(TAGS_ASSOCIATION);
    }

    public Post_Part_.Columns<R> part() {
      return new Post_Part_.Columns<>(this, PART_ASSOCIATION);
    }

    public Path.ToMany<R, Post.Part> parts() {
      return many(PARTS_ASSOCIATION);
    }

    public Post_Summary_.Columns<R> steps_() {
      return new Post_Summary_.Columns<>(this, STEPS_ASSOCIATION);
    }
  }

  private static final class Snapshot {
    final long id;
    final @Nullable Object author;
    final String title;
    final @Nullable Object parent;
    final @Nullable Object part;

    Snapshot(Post entity) {
      this.id = (long) ID.get(entity);
      this.author = AUTHOR_ASSOCIATION.key(authorOf(entity));
      this.title = (String) TITLE.get(entity);
      this.parent = PARENT_ASSOCIATION.key(parentOf(entity));
      this.part = PART_ASSOCIATION.key(partOf(entity));
    }
  }
}
