import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/editions.js";
import { asUser, copyRepository, ordinaryUser, reachesRegistry } from "../support/npm.js";

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd });

describe.skipIf(!reachesRegistry())("from a repository (skipped where no registry is reached)", () => {
  it("npx compiles the program, and runs it", () => {
    const folder = temporaryFolder();
    const clone = join(folder, "clone");
    copyRepository(clone);
    git(clone, "init", "--quiet");
    git(clone, "add", ".");
    git(clone, "commit", "--quiet", "--message", "all");
    git(folder, "clone", "--quiet", "--bare", clone, "bare.git");
    chmodSync(folder, 0o755);
    const user = ordinaryUser(join(folder, "user"));
    // A repository of somebody else's is not read unless that is wanted.
    asUser(user, "git", ["config", "--global", "safe.directory", "*"]);
    const made = asUser(user, "npx", ["--yes", `git+file://${join(folder, "bare.git")}`, "init", "my-patterns"]);
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toContain("Made a library in my-patterns");
  });
});
