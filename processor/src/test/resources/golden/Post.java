package blog;

import dev.ambix.mapping.Convert;
import dev.ambix.mapping.Embedded;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Index;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OneToOne;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.RenamedFrom;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Converter;

@Entity
@Table("posts")
@RenamedFrom("entries")
@Unique({"author", "title"})
@Index({"part", "title"})
public final class Post {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE, deferred = true)
  @RenamedFrom("writer_name")
  private final Ref<Author> author = Ref.of();

  @Length(200)
  private String title = "";

  @ManyToOne(optional = true)
  private final Ref<Post> parent = Ref.of();

  @OneToMany(mappedBy = "parent")
  private final Many<Post> replies = Many.of();

  @ManyToMany(table = "post_tags")
  @OrderBy({"label desc", "place.x"})
  private final Many<Tag> tags = Many.of();

  @ManyToOne(
      optional = true,
      columns = {"part_post", "part_number"})
  private final Ref<Part> part = Ref.of();

  @OneToMany(mappedBy = "post", orphanRemoval = true)
  @OrderBy("number")
  private final Many<Part> parts = Many.of();

  @OneToOne(mappedBy = "post")
  private final Ref<Summary> steps = Ref.of();

  @Entity
  @Table("authors")
  public static final class Author {
    @Id
    @Length(40)
    private String name = "";
  }

  @Entity
  @Table("tags")
  public static final class Tag {
    @Id
    @Convert(LabelConverter.class)
    private Label label = new Label("");

    @Embedded private Place place = new Place(0, 0);

    @ManyToMany(mappedBy = "tags")
    private final Many<Post> posts = Many.of();
  }

  public record Label(String text) {}

  public record Place(int x, int y) {}

  public static final class LabelConverter implements Converter<Label, String> {
    @Override
    public String toColumn(Label value) {
      return value.text();
    }

    @Override
    public Label toAttribute(String value) {
      return new Label(value);
    }
  }

  @Entity
  @Table("parts")
  public static final class Part {
    @Id @ManyToOne private final Ref<Post> post = Ref.of();
    @Id private int number;
  }

  @Entity
  @Table("summaries")
  public static final class Summary {
    @Id @OneToOne private final Ref<Post> post = Ref.of();

    @OneToOne(optional = true)
    private final Ref<Note> note = Ref.of();
  }

  @Entity
  @Table("notes")
  public static final class Note {
    private String text = "";
    @Id @ManyToOne private final Ref<Part> part = Ref.of();
    @Id private Mark mark = Mark.GOOD;
  }

  public enum Mark {
    GOOD,
    BAD
  }
}
