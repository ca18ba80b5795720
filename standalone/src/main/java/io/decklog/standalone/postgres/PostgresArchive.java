package io.decklog.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressed PostgreSQL on the class path that fits this machine. */
final class PostgresArchive {
    private static final Pattern JAR = Pattern.compile("([^/!]+)\\.jar!");
    private static final Path ALPINE = Path.of("/etc/alpine-release");

    private PostgresArchive() {}

    static URL forThisMachine() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = processor(System.getProperty("os.arch"));
        String suffix = Files.exists(ALPINE) ? "-alpine_linux" : "";
        String name = "/postgres-%s-%s%s.txz".formatted(system, processor, suffix);
        URL archive = PostgresArchive.class.getResource(name);
        if (archive == null) {
            throw new CannotStart("This build of Decklog brings no PostgreSQL for %s on %s; build it on such a machine."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    /** The name of the jar, which tells kind of machine and version. */
    static String name(URL archive) {
        String place = archive.toString();
        String jar = "";
        for (Matcher matcher = JAR.matcher(place); matcher.find(); ) {
            jar = matcher.group(1);
        }
        return jar.isEmpty() ? place.replaceAll("[^A-Za-z0-9.]+", "-") : jar;
    }

    static void unpack(URL archive, Path home) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, home);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive holds a file outside itself, " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(
                Stream.ofNullable(target.getParent()).findFirst().orElse(home));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, home.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if (target.startsWith(home.resolve("bin")) && !target.toFile().setExecutable(true)) {
                throw new IOException(target + " cannot be made executable");
            }
        }
    }

    private static String processor(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
