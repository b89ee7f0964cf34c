import com.adobe.epubcheck.tool.EpubChecker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * EPUBCheck for many e-books, one after another, in one machine: to start it takes ten times as long as to judge.
 * A line of standard input is an e-book, a tab, and where its report goes as JSON; the report's path is printed when it is written.
 */
public class Epubcheck {
  public static void main(String[] none) throws Exception {
    PrintStream answers = System.out;
    // What it prints beside its report is no answer.
    System.setOut(System.err);
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] paths = line.split("\t");
      new EpubChecker().run(new String[] {paths[0], "--quiet", "--usage", "--json", paths[1]});
      answers.println(paths[1]);
      answers.flush();
    }
  }
}
