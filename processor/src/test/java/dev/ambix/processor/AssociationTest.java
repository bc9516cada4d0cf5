package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.EntityMapping.Constraint;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Expression;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.schema.OnDelete;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compiles entities that refer to each other, loads what was generated, and uses it.
class AssociationTest {
  private static final Compiled BLOG =
      Compiler.of("blog/Post.java", Samples.read("Post.java")).compile().clean();

  private static final EntityMapping<Object> POST = BLOG.entity("blog.Post_");
  private static final EntityMapping<Object> PART = BLOG.entity("blog.Post_Part_");
  private static final EntityMapping<Object> NOTE = BLOG.entity("blog.Post_Note_");

  private static List<String> columns(EntityMapping<?> mapping) {
    return mapping.columns().stream().map(each -> each.attribute().column()).toList();
  }

  private static Association<?, ?> association(EntityMapping<?> mapping, String name) {
    return mapping.associations().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Class<?> target(EntityMapping<?> mapping, String name) {
    return association(mapping, name).targetType();
  }

  private static Ref<?> ref(EntityMapping<Object> mapping, Object entity, int association) {
    return (Ref<?>) mapping.association(entity, association);
  }

  private static Object constant(String type, String name) throws ReflectiveOperationException {
    return BLOG.load(type).getField(name).get(null);
  }

  private static Object member(Object holder, String name) throws ReflectiveOperationException {
    return holder.getClass().getField(name).get(holder);
  }

  private static Object step(Object path, String name) throws ReflectiveOperationException {
    return path.getClass().getMethod(name).invoke(path);
  }

  @Test
  void columnsOfReferencesStandAmongTheOthers() {
    assertThat(columns(POST))
        .containsExactly("id", "author_name", "title", "parent_id", "part_post", "part_number");
    assertThat(POST.columns().stream().map(each -> each.attribute().name()))
        .containsExactly("id", "author", "title", "parent", "part", "part");
    assertThat(POST.columns().stream().map(each -> each.attribute().nullable()))
        .containsExactly(false, false, false, true, true, true);
  }

  @Test
  void keysAreMadeOfKeys() {
    assertThat(columns(PART)).containsExactly("post_id", "number");
    assertThat(PART.keyColumns()).containsExactly(0, 1);
    assertThat(columns(NOTE)).containsExactly("text", "part_post_id", "part_number", "mark");
    assertThat(NOTE.keyColumns()).containsExactly(1, 2, 3);
    var summary = BLOG.entity("blog.Post_Summary_");
    assertThat(columns(summary))
        .containsExactly("post_id", "note_part_post_id", "note_part_number", "note_mark");
    assertThat(summary.columns().get(3).type().sqlType())
        .isEqualTo(NOTE.columns().get(3).type().sqlType());
    assertThat(columns(BLOG.entity("blog.Post_Tag_")))
        .containsExactly("label", "place_x", "place_y");
  }

  @Test
  void describesEachKindOfAssociation() {
    assertThat(POST.associations().stream().map(Association::name))
        .containsExactly("author", "parent", "replies", "tags", "part", "parts", "steps");
    assertThat(association(POST, "author").hops())
        .containsExactly(new Hop("authors", List.of("author_name"), List.of("name")));
    assertThat(association(POST, "replies").hops())
        .containsExactly(new Hop("posts", List.of("id"), List.of("parent_id")));
    assertThat(association(POST, "tags").hops())
        .containsExactly(
            new Hop("post_tags", List.of("id"), List.of("post_id")),
            new Hop("tags", List.of("tag_label"), List.of("label")));
    assertThat(association(BLOG.entity("blog.Post_Tag_"), "posts").hops())
        .containsExactly(
            new Hop("post_tags", List.of("label"), List.of("tag_label")),
            new Hop("posts", List.of("post_id"), List.of("id")));
    assertThat(association(POST, "steps").hops())
        .containsExactly(new Hop("summaries", List.of("id"), List.of("post_id")));
  }

  @Test
  void keepsWhatTheAnnotationsSay() {
    assertThat(association(POST, "parent"))
        .isInstanceOfSatisfying(
            Association.Reference.class, each -> assertThat(each.optional()).isTrue());
    assertThat(association(POST, "author"))
        .isInstanceOfSatisfying(
            Association.Reference.class, each -> assertThat(each.optional()).isFalse());
    assertThat(association(POST, "steps"))
        .isInstanceOfSatisfying(
            Association.Inverse.class, each -> assertThat(each.mappedBy()).isEqualTo("post"));
    var parts = (Association.Children<?, ?>) association(POST, "parts");
    assertThat(parts.orphanRemoval()).isTrue();
    assertThat(parts.order().get()).hasSize(1);
    assertThat(((Association.Children<?, ?>) association(POST, "replies")).orphanRemoval())
        .isFalse();
    var tags = (Association.Linked<?, ?>) association(POST, "tags");
    assertThat(tags.isOwner()).isTrue();
    assertThat(tags.order().get()).hasSize(2);
    var posts = (Association.Linked<?, ?>) association(BLOG.entity("blog.Post_Tag_"), "posts");
    assertThat(posts.mappedBy()).isEqualTo("tags");
  }

  @Test
  void constrainsAndServesTheColumns() {
    assertThat(POST.constraints())
        .containsExactly(
            new Constraint.Reference(
                List.of("author_name"), target(POST, "author"), OnDelete.CASCADE, true),
            new Constraint.Reference(List.of("parent_id"), POST.type(), OnDelete.NO_ACTION, false),
            indexed(List.of("parent_id")),
            new Constraint.Reference(
                List.of("part_post", "part_number"),
                target(POST, "part"),
                OnDelete.NO_ACTION,
                false),
            new Constraint.Unique("", List.of("author_name", "title")),
            indexed(List.of("part_post", "part_number", "title")));
    assertThat(PART.constraints())
        .containsExactly(
            new Constraint.Reference(
                List.of("post_id"), target(PART, "post"), OnDelete.NO_ACTION, false));
    assertThat(BLOG.entity("blog.Post_Summary_").constraints())
        .contains(
            new Constraint.Unique(
                "", List.of("note_part_post_id", "note_part_number", "note_mark")))
        .hasSize(3);
  }

  @Test
  void readsReferencesFromTheirColumns() {
    var row = ArrayRow.of(POST.columns(), 7).after(2);
    var post = POST.create();

    POST.read(post, row, 2);

    assertThat(ref(POST, post, 0).key()).isEqualTo(row.values()[3]);
    assertThat(ref(POST, post, 4).key()).isEqualTo(List.of(row.values()[6], row.values()[7]));
    for (int i = 0; i < POST.columns().size(); i++) {
      assertThat(POST.get(post, i)).isEqualTo(row.values()[2 + i]);
    }
    assertThat(POST.association(post, 3)).isInstanceOf(Many.class);
  }

  @Test
  void marksAllColumnsOfAReferenceThatChanges() {
    var post = POST.create();
    POST.read(post, ArrayRow.of(POST.columns(), 1), 0);
    var snapshot = POST.snapshot(post);

    POST.set(post, 5, 99);

    var changed = new BitSet();
    POST.changes(post, snapshot, changed);
    assertThat(changed.stream()).containsExactly(4, 5);

    POST.restore(post, snapshot);

    changed.clear();
    POST.changes(post, snapshot, changed);
    assertThat(changed.isEmpty()).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked") // the classes of the test have no static types
  void keyComesFromTheObjectThatIsReferredTo() {
    var part = PART.create();
    var posts = (EntityMapping<Object>) association(PART, "post").target();
    var post = posts.create();
    posts.set(post, 0, 5L);
    ((Ref<Object>) PART.association(part, 0)).set(post);
    PART.set(part, 1, 3);

    assertThat(PART.key(part)).isEqualTo(List.of(5L, 3));
  }

  @Test
  void pathsLeadFromColumnToColumn() throws ReflectiveOperationException {
    var parent = constant("blog.Post_", "parent");
    var title = (Expression<?>) member(step(parent, "parent"), "title");

    assertThat(title.node()).isInstanceOf(ColumnRef.class);
    var origin = ((ColumnRef) title.node()).origin();
    assertThat(origin).isInstanceOf(Origin.Joined.class);
    assertThat(((Origin.Joined) origin).from()).isInstanceOf(Origin.Joined.class);
    assertThat(((Path<?, ?>) step(parent, "tags")).steps()).hasSize(2);
    assertThat(((Path<?, ?>) step(parent, "steps_")).steps()).hasSize(2);
  }

  @Test
  void columnThatAReferenceHoldsJoinsNothing() throws ReflectiveOperationException {
    var id = (Expression<?>) member(constant("blog.Post_", "parent"), "id");

    assertThat(id.node()).isEqualTo(new ColumnRef("posts", "parent_id"));
  }

  @Test
  void tableHasOtherNames() throws ReflectiveOperationException {
    var other = BLOG.load("blog.Post_").getMethod("as", String.class).invoke(null, "other");

    assertThat(((Expression<?>) member(other, "title")).node())
        .isEqualTo(new ColumnRef(new Origin.Named("posts", "other"), "title"));
  }

  @Test
  void columnsOfEmbeddedRecordsAreOnThePath() throws ReflectiveOperationException {
    var tag = BLOG.load("blog.Post_Tag_").getMethod("as", String.class).invoke(null, "other");

    assertThat(((Expression<?>) member(member(tag, "place"), "x")).node())
        .isEqualTo(new ColumnRef(new Origin.Named("tags", "other"), "place_x"));
  }

  @Test
  void refersToEntitiesOfAnEarlierCompilation() {
    var source =
        """
        package shop;
        import blog.Post;
        import dev.ambix.mapping.*;

        @Entity
        public final class Sale {
          @Id private long id;
          @ManyToOne private final Ref<Post.Note> note = Ref.of();
          @ManyToMany(table = "sale_parts") private final Many<Post.Part> parts = Many.of();
        }
        """;

    var sale =
        Compiler.of("shop/Sale.java", source).after(BLOG).compile().clean().entity("shop.Sale_");

    assertThat(columns(sale))
        .containsExactly("id", "note_part_post_id", "note_part_number", "note_mark");
    assertThat(association(sale, "parts").hops().getLast())
        .isEqualTo(
            new Hop("parts", List.of("part_post_id", "part_number"), List.of("post_id", "number")));
  }

  @Test
  void refersToEntitiesThatAreNamedAsOurClasses() {
    var compiled =
        Stream.of("Node", "Path", "Ref", "Column", "R", "Association", "List", "Columns")
            .reduce(
                Compiler.of("shop/Owner.java", owner("Node", "Path", "Ref", "R", "List")),
                (compiler, name) -> compiler.with("shop/" + name + ".java", named(name)),
                (one, _) -> one)
            .compile()
            .clean();

    assertThat(columns(compiled.entity("shop.Owner_"))).hasSize(6);
  }

  private static String owner(String... names) {
    var fields =
        Stream.of(names)
            .map(name ->
                "@dev.ambix.mapping.ManyToOne private final dev.ambix.mapping.Ref<%s> the%1$s = dev.ambix.mapping.Ref.of();\n"
                    .formatted(name))
            .reduce("", String::concat);
    return """
    package shop;
    @dev.ambix.mapping.Entity
    final class Owner {
      @dev.ambix.mapping.Id long id;
      %s
    }
    """
        .formatted(fields);
  }

  private static String named(String name) {
    return """
    package shop;
    @dev.ambix.mapping.Entity
    final class %s {
      @dev.ambix.mapping.Id long id;
      @dev.ambix.mapping.ManyToOne
      final dev.ambix.mapping.Ref<%1$s> next = dev.ambix.mapping.Ref.of();
    }
    """
        .formatted(name);
  }

  @Test
  void columnsKnowTheirEntity() {
    assertThat(POST.columns())
        .allMatch(column -> ((Column<?, ?>) column).attribute().entity() == POST.type());
  }

  private static Constraint indexed(List<String> columns) {
    return new Constraint.Indexed("", columns, false, "");
  }
}
