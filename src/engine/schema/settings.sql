-- The shipped engine never reaches out: no extension is fetched, no file is read, and nothing of this can be undone.
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET enable_external_access = false;
SET lock_configuration = true;
