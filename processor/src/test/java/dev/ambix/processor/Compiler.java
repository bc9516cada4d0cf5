package dev.ambix.processor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Runs javac with the processor on sources in memory. Immutable.
///
/// @param sources the sources by path, such as `shop/User.java`
/// @param options the options of javac
/// @param processors the processors
/// @param existing the files that an earlier compilation has left
record Compiler(
    Map<String, String> sources,
    List<String> options,
    List<Processor> processors,
    Map<String, byte[]> existing) {
  static Compiler of(Map<String, String> sources) {
    return new Compiler(
        sources, List.of("-Xlint:all,-processing"), List.of(new AmbixProcessor()), Map.of());
  }

  /// A compiler of one source file.
  static Compiler of(String path, String source) {
    return of(Map.of(path, source));
  }

  Compiler with(String path, String source) {
    var all = new TreeMap<>(sources);
    all.put(path, source);
    return new Compiler(all, options, processors, existing);
  }

  Compiler with(Processor... others) {
    return new Compiler(sources, options, List.of(others), existing);
  }

  Compiler after(Compiled earlier) {
    return new Compiler(sources, options, processors, earlier.files());
  }

  Compiled compile() {
    var javac = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var units = sources.entrySet().stream().map(each -> new Source(each.getKey(), each.getValue()));
    try (var standard = javac.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      var isModule = sources.containsKey("module-info.java");
      standard.setLocationFromPaths(
          isModule ? StandardLocation.MODULE_PATH : StandardLocation.CLASS_PATH, classPath());
      var files = new MemoryFiles(standard, existing);
      var task = javac.getTask(null, files, diagnostics, options, null, units.toList());
      task.setProcessors(processors);
      var succeeded = task.call();
      return new Compiled(succeeded, diagnostics.getDiagnostics(), files.contents());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.matches(".*(orm|schema|jspecify).*"))
        .map(Path::of)
        .toList();
  }

  /// A source file in memory.
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /// A file that javac writes.
  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String path, Kind kind) {
      super(URI.create("memory:///" + path), kind);
    }

    boolean isIn(String packageName) {
      var name = binaryName();
      return name.lastIndexOf('.') == packageName.length() && name.startsWith(packageName);
    }

    String binaryName() {
      return getName().substring(1).replace(".class", "").replace('/', '.');
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  /// Keeps what javac writes.
  private static final class MemoryFiles
      extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Written> written = new TreeMap<>();
    private final List<Written> earlier = new ArrayList<>();

    MemoryFiles(StandardJavaFileManager standard, Map<String, byte[]> existing) {
      super(standard);
      existing.forEach((path, content) -> {
        var isClass = path.endsWith(".class");
        var file = written(path, isClass ? JavaFileObject.Kind.CLASS : JavaFileObject.Kind.OTHER);
        file.bytes.writeBytes(content);
        if (isClass) {
          earlier.add(file);
        }
      });
    }

    private Written written(String path, JavaFileObject.Kind kind) {
      var file = new Written(path, kind);
      written.put(path, file);
      return file;
    }

    Map<String, byte[]> contents() {
      var contents = new TreeMap<String, byte[]>();
      written.forEach((path, file) -> contents.put(path, file.bytes.toByteArray()));
      return contents;
    }

    /// What an earlier compilation has left is on the class path, as the output folder is.
    @Override
    public Iterable<JavaFileObject> list(
        JavaFileManager.Location location,
        String packageName,
        Set<JavaFileObject.Kind> kinds,
        boolean recurse)
        throws IOException {
      var all = new ArrayList<JavaFileObject>();
      super.list(location, packageName, kinds, recurse).forEach(all::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
        earlier.stream().filter(file -> file.isIn(packageName)).forEach(all::add);
      }
      return all;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
      return file instanceof Written written
          ? written.binaryName()
          : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return written(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
        JavaFileManager.Location location, String packageName, String name, FileObject sibling) {
      var existing = written.get(name); // javac asks for this to read, too
      return existing == null ? written(name, JavaFileObject.Kind.OTHER) : existing;
    }
  }
}
