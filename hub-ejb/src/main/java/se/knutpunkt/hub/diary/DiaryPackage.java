package se.knutpunkt.hub.diary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A document as a package for the diary system: a zip with {@code handling.xml} (schema
 * {@code docs/diary-package.xsd}), the receipt, the attachments, and {@code checksums.sha256} over all of them.
 *
 * @param authorityName the authority in words, the receiver of the document
 * @param made when the package is made
 */
record DiaryPackage(Dossier dossier, String authorityName, Instant made) {

    /** A file of the package: where it lies in the zip, and what it is. */
    record Part(String path, Dossier.DossierFile file) {}

    /** The package's file name, the same each time: {@code NED-2026-00312_17.zip}. */
    String name() {
        return safe(dossier.row().caseNumber().replace(' ', '-')) + "_"
                + dossier.row().id() + ".zip";
    }

    /** The files with the paths they have in the zip. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int attachments = 0;
        for (Dossier.DossierFile file : dossier.files()) {
            String path = file.kind() == DiaryFile.Kind.RECEIPT
                    ? "kvittens.pdf"
                    : "bilagor/%02d_%s"
                            .formatted(++attachments, safe(file.stored().name()));
            parts.add(new Part(path, file));
        }
        return parts;
    }

    /**
     * Writes the package under a temporary name, has it on the disk, and only then gives it its own name: whoever
     * fetches packages never sees half of one.
     */
    void writeTo(Path folder, se.knutpunkt.hub.file.Files store) throws IOException {
        Path unfinished = folder.resolve("." + name() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            StringBuilder checksums = new StringBuilder();
            for (Part part : parts()) {
                String sha256 = write(zip, part, store);
                checksums.append(sha256).append("  ").append(part.path()).append('\n');
            }
            byte[] xml = new DiaryPackageXml(this).bytes();
            put(zip, "handling.xml", xml);
            checksums.append(HexFormat.of().formatHex(sha256().digest(xml))).append("  handling.xml\n");
            put(zip, "checksums.sha256", checksums.toString().getBytes(StandardCharsets.UTF_8));
        }
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(
                unfinished,
                folder.resolve(name()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private String write(ZipOutputStream zip, Part part, se.knutpunkt.hub.file.Files store) throws IOException {
        zip.putNextEntry(entry(part.path()));
        DigestOutputStream digested = new DigestOutputStream(zip, sha256());
        store.write(part.file().stored().id(), digested);
        zip.closeEntry();
        String found = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        if (!found.equals(part.file().stored().sha256())) {
            throw new IOException("a stored file is not what it was when it came: "
                    + part.file().stored().id());
        }
        return found;
    }

    private void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(entry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(dossier.row().receivedAt().toEpochMilli());
        return entry;
    }

    /** A name from outside, cut down to what every file system takes. */
    static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}0-9._-]", "_").replaceAll("^\\.+", "_");
        return plain.length() <= 80 ? plain : plain.substring(plain.length() - 80);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
