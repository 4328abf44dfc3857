export const endorsementColumns = {
  date: [
    ...["Endorsement Date", "Datum der Bestätigung", "Bestätigungsdatum", "Date de la recommandation"],
    ...["Date de recommandation", "Date de la validation", "Fecha de validación", "Fecha de la validación"],
    ...["Data da recomendação", "Data de recomendação", "Data da validação"],
  ],
  skill: [
    ...["Skill Name", "Kenntnis", "Name der Kenntnis", "Kompetenz", "Compétence", "Nom de la compétence"],
    ...["Aptitud", "Nombre de la aptitud", "Competência", "Nome da competência"],
  ],
  endorserFirstName: [
    ...["Endorser First Name", "Vorname des Bestätigenden", "Prénom de la personne qui recommande"],
    ...["Nombre del validador", "Nombre de quien valida", "Nome de quem recomenda", "Nome de quem valida"],
  ],
  endorserLastName: [
    ...["Endorser Last Name", "Nachname des Bestätigenden", "Nom de la personne qui recommande"],
    ...["Apellidos del validador", "Apellidos de quien valida", "Sobrenome de quem recomenda"],
    ...["Apelido de quem valida"],
  ],
  endorserUrl: [
    ...["Endorser Public Url", "Öffentliche URL des Bestätigenden", "URL publique de la personne qui recommande"],
    ...["URL pública del validador", "URL pública de quem recomenda"],
  ],
  endorseeFirstName: [
    ...["Endorsee First Name", "Vorname des Bestätigten", "Prénom de la personne recommandée"],
    ...["Nombre del validado", "Nombre de la persona validada", "Nome do recomendado", "Nome da pessoa recomendada"],
  ],
  endorseeLastName: [
    ...["Endorsee Last Name", "Nachname des Bestätigten", "Nom de la personne recommandée"],
    ...["Apellidos del validado", "Apellidos de la persona validada", "Sobrenome do recomendado"],
    ...["Sobrenome da pessoa recomendada"],
  ],
  endorseeUrl: [
    ...["Endorsee Public Url", "Öffentliche URL des Bestätigten", "URL publique de la personne recommandée"],
    ...["URL pública del validado", "URL pública do recomendado"],
  ],
  status: [
    ...["Endorsement Status", "Status der Bestätigung", "Status", "Statut de la recommandation", "Statut"],
    ...["Estado de la validación", "Estado", "Status da recomendação", "Situação"],
  ],
} as const;

export type EndorsementColumn = keyof typeof endorsementColumns;
