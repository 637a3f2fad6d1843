import java.io.File;
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
 * Judges files by veraPDF in one virtual machine.
 *
 * <p>Usage: Verify ua1,2a FILE... Prints per file and profile "ok", "failed" lines (clause, count,
 * message, place) or "error", parted by tabs. The exit code is 0 whenever it ran to its end.
 */
public final class Verify {
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    for (int index = 1; index < arguments.length; index++) {
      for (String profile : arguments[0].split(",")) {
        judge(arguments[index], profile);
      }
    }
    System.out.println("end");
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
    System.out.println(line);
  }
}
