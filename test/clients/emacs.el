;;; emacs.el --- Demarche's server in Emacs  -*- lexical-binding: t -*-

;; Drives Emacs as a person would, with eglot set up as client/EDITORS.md says, and writes what came of it as JSON to
;; the file that DEMARCHE_TEST_RESULT names.  The working folder is a copy of the test's workspace.

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'imenu)
(require 'json)
(require 'xref)

(setq make-backup-files nil
      create-lockfiles nil
      eglot-sync-connect t)

(defvar demarche-test-results nil)
(defvar demarche-test-original nil)

(defmacro demarche-test-check (name &rest body)
  "Run BODY as the check NAME on the text as it was at first.
It has failed on an error; the next one runs all the same."
  (declare (indent 1))
  `(let ((problem (condition-case err (progn (demarche-test-restore) ,@body nil) (error (error-message-string err)))))
     (push `((name . ,,name) ,@(and problem `((error . ,problem))))
           demarche-test-results)))

(defun demarche-test-expect (actual wanted)
  "Fail unless ACTUAL equals WANTED."
  (unless (equal actual wanted) (error "Expected %S but found %S" wanted actual)))

(defun demarche-test-rest ()
  "Do what Emacs does while nobody types.  In batch it is never idle, and eglot sends changes when it is."
  (mapc #'timer-event-handler (copy-sequence timer-idle-list))
  (accept-process-output nil 0.05))

(defun demarche-test-await (what question)
  "Wait for WHAT until QUESTION is answered, and return the answer."
  (let ((end (+ (float-time) 10)) answer)
    (while (and (not (setq answer (funcall question))) (< (float-time) end)) (demarche-test-rest))
    (or answer (error "Waited in vain for %s" what))))

(defun demarche-test-open (file)
  "Open FILE in the window, and wait for the server.  The command loop, which batch lacks, would start it."
  (switch-to-buffer (find-file-noselect file))
  (run-hooks 'post-command-hook)
  (demarche-test-await "the server" #'eglot-current-server))

(defun demarche-test-restore ()
  "Open the text that the checks are about, as it was at first."
  (demarche-test-open "bell.demarche")
  (unless (equal (buffer-string) demarche-test-original)
    (erase-buffer)
    (insert demarche-test-original))
  ;; Eglot refuses edits of a text of which the server has not had the last change.
  (demarche-test-rest))

(defun demarche-test-go-to (words)
  "Go to the start of the first WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun demarche-test-words-found ()
  "The words that a finding is about."
  (flymake-start)
  (demarche-test-rest)
  (mapcar (lambda (found)
            (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found)))
          (flymake-diagnostics)))

(defun demarche-test-misspell ()
  "Misspell the museum in the text.  Emoji before it in the line count twice in UTF-16."
  (demarche-test-await-no-finding)
  (demarche-test-go-to "@museum: The")
  (delete-char 7)
  (insert "@musuem")
  (demarche-test-await "a finding" #'demarche-test-words-found))

(defun demarche-test-await-no-finding ()
  "Wait until there is no finding."
  (demarche-test-await "the finding to go" (lambda () (not (demarche-test-words-found)))))

(demarche-test-open "bell.demarche")
(setq demarche-test-original (buffer-string))

(demarche-test-check "a finding appears where the mistake is"
  (demarche-test-misspell)
  (demarche-test-expect (demarche-test-words-found) '("@musuem")))

(demarche-test-check "a finding goes when the mistake is mended by hand"
  (demarche-test-misspell)
  (demarche-test-go-to "@musuem")
  (delete-char 7)
  (insert "@museum")
  (demarche-test-await-no-finding))

(demarche-test-check "a quick fix mends it"
  (demarche-test-misspell)
  (demarche-test-go-to "musuem")
  ;; Who is asked which action to take takes the one that is preferred.
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt _items &optional _predicate _match _input _history default &rest _) default))
            (last-nonmenu-event ?\r))
    (eglot-code-actions (point) (point) "quickfix" t))
  (demarche-test-expect (buffer-string) demarche-test-original)
  (demarche-test-await-no-finding))

(demarche-test-check "hover sums up an actor"
  (demarche-test-go-to "museum: The")
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (when text (setq shown text))))
    (demarche-test-await "the hover" (lambda () shown))
    (dolist (words '("Quayside Museum" "organization"))
      (unless (string-match-p words shown) (error "Hover says %s" shown)))))

(demarche-test-check "the outline has headings and statements"
  (let (names)
    (cl-labels ((gather (item) (if (listp (cdr item)) (mapc #'gather (cdr item)) (push (car item) names))))
      (mapc #'gather (funcall imenu-create-index-function)))
    (dolist (wanted '("The letter" "The answer" "#home" "#brittle"))
      (unless (cl-find-if (lambda (name) (string-suffix-p wanted name)) names)
        (error "%s is missing in %S" wanted names)))))

(demarche-test-check "definition leads into the codebook"
  (demarche-test-go-to "orr: Liv")
  (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
  (set-buffer (window-buffer))
  (demarche-test-expect (file-name-nondirectory buffer-file-name) "demarche.yaml")
  (beginning-of-line)
  (unless (looking-at "  orr:") (error "Point is at %s" (thing-at-point 'line t))))

(demarche-test-check "completion offers the actors and writes one"
  (goto-char (point-max))
  (insert "{@mus")
  (completion-at-point)
  (demarche-test-expect (buffer-substring-no-properties (line-beginning-position) (point-max)) "{@museum"))

(demarche-test-check "rename changes the codebook and all texts"
  (demarche-test-go-to "museum: The")
  ;; Eglot asks before it edits files that are not open.
  (cl-letf (((symbol-function 'y-or-n-p) #'always))
    (eglot-rename "gallery"))
  (save-some-buffers t))

(with-temp-file (getenv "DEMARCHE_TEST_RESULT")
  (insert (json-encode (vconcat (nreverse demarche-test-results)))))

;;; emacs.el ends here
