// Given names that are common where the book's languages are spoken, and in the literature of the field. Those that are
// words or places as well (Art, Austin, Grace, Hope, Mark, Paris, Rose, Will) are left out: better a person under the given
// name than a subject turned round.
const GIVEN_NAMES = new Set(
  `Aaron Abdul Abraham Ada Adam Adrian Adriana Agnes Ahmed Aisha Akira Alain Alan Albert Alberto Alejandro Alessandro
  Alex Alexander Alexandra Alexis Alfred Ali Alice Alicia Alison Allan Allen Alvin Amanda Amartya Amelia Amina Amir Amy
  Ana Anders Andre Andrea Andreas Andrew Andrzej Andrés Andy Angela Anita Ann Anna Anne Annette Annie Anthony Antoine
  Anton Antonio Arjun Arne Arnold Arthur Arturo Astrid Audre Audrey Augusto Barbara Bas Beatrice Beatriz Ben Benedict
  Benjamin Bernard Bertrand Bessel Betty Bill Birgit Bjørn Bob Boris Brenda Brené Brian Brigitte Bruce Bruno
  Camila Carl Carla Carlos Carmen Carol Carolina Caroline Catherine Cecilia Cesar Charles Charlotte Chris Christian
  Christiane Christina Christine Christopher Clara Claude Claudia Clay Clayton Clyde Colin Cornelia Cornelius Craig
  Cynthia Dan Daniel Daniela Danielle Darren Dave David Deborah Deepak Denis Dennis Derek Diana Diane Diego Dieter
  Dietrich Dmitri Dominic Don Donald Donella Donna Dorothy Douglas Duncan Edgar Edith Edmund Eduardo Edward Edwin Elaine
  Eleanor Elena Eli Elias Elinor Elisabeth Elise Elizabeth Ella Ellen Emil Emilia Emily Emma Emmanuel Enrique Eric Erica
  Erich Erik Ernest Ernesto Ernst Esther Eugene Eva Evelyn Fatima Felix Ferdinand Fernando Florence Florian Frances
  Francesca Francesco Francis Francisco Franz François Fred Frederic Frederick Friedrich Fritjof Fritz Gabriel Gabriela
  Gary Geoffrey Georg George Gerald Gerard Gerhard Gertrude Giorgio Giovanni Gisela Giulia Gloria Gordon Greg Gregory
  Guillermo Gunnar Gustav Hannah Hans Harold Harriet Harry Hartmut Heather Heidi Heinrich Helen Helena Helga Helmut
  Henri Henry Herbert Herman Hermann Hiroshi Horst Howard Hugo Ian Ibrahim Ignacio Igor Ingrid Irene Irina Isaac Isabel
  Isabella Ivan Jacob Jacqueline Jacques Jakob James Jan Jane Janet Janine Jason Javier Jean Jeff Jeffrey Jennifer Jens
  Jeremy Jerome Jessica Jim Joachim Joan Joanna Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge
  Josef Joseph Joshua José João Juan Judith Julia Julian Julie Juliet Jürgen Kai Karen Karin Karl Kate Katharina
  Katherine Kathleen Kathryn Kees Keith Kelly Ken Kenneth Kevin Kim Klaus Konrad Kristin Kurt Lars Laura Lauren Laurence
  Lawrence Lea Leo Leon Leonard Leonardo Leslie Lev Linda Lisa Lorenz Louis Louise Luca Lucia Lucy Ludwig Luis Luisa
  Luke Lydia Lynn Magdalena Mahatma Manfred Manuel Marc Marcel Marco Marcus Margaret Maria Marian Marianne Marie Marina
  Mario Marion Marjorie Marshall Martha Martin Martina Mary María Massimo Matthew Matthias Maurice Max Maximilian Maya
  Melanie Melissa Michael Michel Michelle Miguel Mikael Mike Mikhail Milton Miriam Mohammed Mohandas Monica Monika
  Muhammad Murray Nancy Naomi Natalia Natalie Nathan Neil Nelson Nicholas Nicola Nicolas Niels Nikolaus Nina Noam Nora
  Norbert Norman Olga Oliver Olivia Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Paulo Pedro Penelope Per Peter
  Petra Philip Philippe Pierre Piet Pieter Priya Rachel Rafael Rainer Ralf Ralph Raymond Rebecca Reinhard Renate Rene
  René Riane Ricardo Richard Rita Robert Roberta Roberto Robin Rodrigo Roger Roland Rolf Roman Ron Ronald Rosa Rosalind
  Rosemary Rudolf Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Sergei Sergio
  Sharon Sheila Shirley Sigmund Silke Silvia Simon Simone Sofia Sonia Sophia Sophie Stefan Stefano Stella Stephan
  Stephanie Stephen Steve Steven Stewart Stuart Susan Susanne Suzanne Sven Sylvia Søren Takashi Tanya Teresa Terry
  Theodor Theodore Theresa Thich Thomas Tim Timothy Tobias Tom Tomás Tony Tracy Ulrich Ursula Valerie Vandana Vera
  Veronica Victor Victoria Viktor Vincent Viola Vivian Vladimir Walter Wangari Warren Wendy Werner Wilhelm William
  Winston Wolfgang Xavier Yochai Yuki Yves Yvonne Zoe`.split(/\s+/),
);

/** Whether a name begins as the full name of a person does, of whom nothing else is known: `Carl Jung`, `B. F. Skinner`. */
export function beginsWithGivenName(name: string): boolean {
  const [first = ""] = name.split(/[\s-]/, 1);
  return /^(?:\p{Lu}\.)+$/u.test(first) || GIVEN_NAMES.has(first);
}
