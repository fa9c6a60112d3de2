import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds each file against PDF/A-2a and PDF/UA-1, tells every rule that one breaks, and ends with "N passed, N failed". */
class Verify {
    static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF); // what it notices on the way stands in the result too
        VeraGreenfieldFoundryProvider.initialise();
        int passed = 0, failed = 0;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                ValidationResult result = validate(file, flavour);
                if (result.isCompliant()) {
                    passed++;
                } else {
                    failed++;
                    tell(file, result);
                }
            }
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        System.exit(failed > 0 || passed == 0 ? 1 : 0);
    }

    static ValidationResult validate(String file, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new FileInputStream(file), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    static void tell(String file, ValidationResult result) {
        var broken = new TreeSet<String>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                var rule = assertion.getRuleId();
                broken.add(rule.getClause() + "-" + rule.getTestNumber() + ": " + assertion.getMessage());
            }
        }
        System.out.printf("%s is not %s%n", Path.of(file).getFileName(), result.getPDFAFlavour());
        broken.forEach(rule -> System.out.println("  " + rule));
    }
}
