import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges files by veraPDF in one virtual machine, as long as it is asked.
 *
 * <p>Each line read names profiles and files, parted by tabs: "ua1,2a", FILE... Prints per file and
 * profile "ok", "failed" lines (clause, message, place) or "error", parted by tabs, and "end" below
 * what one line asked. Ends with the last line. UTF-8 both ways.
 */
public final class Verify {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = asked.readLine(); line != null; line = asked.readLine()) {
      String[] words = line.split("\t");
      for (int index = 1; index < words.length; index++) {
        for (String profile : words[0].split(",")) {
          judge(words[index], profile);
        }
      }
      OUT.println("end");
      OUT.flush();
    }
  }

  private static void judge(String file, String profile) {
    PDFAFlavour flavour = PDFAFlavour.fromString(profile);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 1, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        say("ok", file, profile, "", "", "");
        return;
      }
      Map<String, TestAssertion> first = new LinkedHashMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
          first.putIfAbsent(rule, one);
        }
      }
      if (first.isEmpty()) {
        say("failed", file, profile, "?", "not compliant, no assertion given", "");
      }
      for (Map.Entry<String, TestAssertion> entry : first.entrySet()) {
        TestAssertion one = entry.getValue();
        String message = one.getErrorMessage() != null ? one.getErrorMessage() : one.getMessage();
        say("failed", file, profile, entry.getKey(), message, one.getLocation().getContext());
      }
    } catch (Exception problem) {
      say("error", file, profile, "", problem.toString(), "");
    }
  }

  private static void say(String... parts) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      line.append(part == null ? "" : part.replaceAll("\\s+", " ")).append('\t');
    }
    OUT.println(line);
  }
}
